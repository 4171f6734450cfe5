#include "search/passages.hpp"

namespace search {
namespace {

// The separators that ASCII has for this; clean text never holds them.
constexpr char unit_end = '\x1f';
constexpr char record_end = '\x1e';

void append(std::string& out, std::string_view text, char end) {
    for (const char c : text)
        out += c == unit_end || c == record_end ? ' ' : c;
    out += end;
}

std::string_view take(std::string_view& rest, char end) {
    const std::size_t at = rest.find(end);
    const auto part = rest.substr(0, at);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    return part;
}

} // namespace

std::string pack(const std::vector<Passage>& passages) {
    std::string out;
    for (const Passage& passage : passages) {
        append(out, passage.anchor, unit_end);
        append(out, passage.heading, unit_end);
        append(out, passage.text, record_end);
    }
    return out;
}

std::vector<PassageView> unpack(std::string_view packed) {
    std::vector<PassageView> passages;
    while (!packed.empty()) {
        PassageView passage;
        passage.anchor = take(packed, unit_end);
        passage.heading = take(packed, unit_end);
        passage.text = take(packed, record_end);
        passages.push_back(passage);
    }
    return passages;
}

} // namespace search
