// Finds the end of a request's header in the bytes as they arrive, and refuses on the way what Beast's parser
// would let pass: bare CR or LF, control characters, folded lines, anything but visible ASCII in the request
// line. It looks at each byte once, in order, so that it makes no difference in which pieces they come.
#pragma once

#include <cstddef>
#include <string_view>

namespace server::beast {

class HeadScan {
  public:
    enum class Verdict { incomplete, complete, malformed, too_long };

    /// `limit` is the longest header accepted, in bytes, with blank lines before it.
    explicit HeadScan(std::size_t limit) : limit_(limit) {}

    /// Goes on with all bytes received so far (the earlier ones again, unchanged). Final once not
    /// `incomplete`.
    Verdict scan(std::string_view bytes);

    /// Whether anything but blank lines has come; those may stand before a request (RFC 9112 section 2.2).
    [[nodiscard]] bool started() const { return position_ > begin_ + (after_cr_ ? 1 : 0); }
    [[nodiscard]] bool in_request_line() const { return lines_ == 0; }
    /// Where the header begins and, once complete, where the bytes after it begin.
    [[nodiscard]] std::size_t begin() const { return begin_; }
    [[nodiscard]] std::size_t end() const { return position_; }

  private:
    enum class Step { further, complete };
    Step end_line();
    [[nodiscard]] bool fits(char c) const;

    std::size_t limit_;
    std::size_t position_ = 0;
    std::size_t begin_ = 0;
    std::size_t line_ = 0; // where the line begins
    std::size_t lines_ = 0;
    bool after_cr_ = false;
};

} // namespace server::beast
