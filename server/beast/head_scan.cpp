#include "server/beast/head_scan.hpp"

#include <algorithm>

namespace server::beast {

HeadScan::Verdict HeadScan::scan(std::string_view bytes) {
    const std::size_t end = std::min(bytes.size(), limit_);
    while (position_ < end) {
        const char c = bytes[position_];
        if (after_cr_) {
            if (c != '\n') return Verdict::malformed;
            if (end_line() == Step::complete) return Verdict::complete;
            continue;
        }
        if (c == '\r')
            after_cr_ = true;
        else if (!fits(c))
            return Verdict::malformed;
        ++position_;
    }
    return position_ == limit_ ? Verdict::too_long : Verdict::incomplete;
}

HeadScan::Step HeadScan::end_line() {
    const bool empty = position_ == line_ + 1;
    line_ = ++position_;
    after_cr_ = false;
    if (!empty) {
        ++lines_;
        return Step::further;
    }
    if (lines_ > 0) return Step::complete;
    begin_ = position_;
    return Step::further;
}

bool HeadScan::fits(char c) const {
    const auto byte = static_cast<unsigned char>(c);
    if (lines_ == 0) return byte >= 0x20 && byte < 0x7f;
    if (position_ == line_ && (c == ' ' || c == '\t')) return false; // obs-fold, RFC 9112 section 5.2
    return (byte >= 0x20 && byte != 0x7f) || c == '\t';
}

} // namespace server::beast
