// The status line and header fields of a response, as they go out.
#pragma once

#include "server/response.hpp"

#include <ctime>
#include <string>
#include <string_view>

namespace server::beast {

/// What is said about the connection: nothing (HTTP/1.1 goes on by itself), or that it ends or goes on.
enum class Persistence { none, close, keep_alive };

/// Puts the header into `out`, from "HTTP/1.1 200 OK" to the empty line. `date` is an IMF-fixdate. Length,
/// date and connection are ours alone: the same fields of `response` are left out. A control character in a
/// value becomes a blank, so that no value can begin a field of its own (RFC 9110 section 5.5).
void write_head(std::string& out, const Response& response, std::string_view date, Persistence note);

/// Whether a response of that status has a body (RFC 9110 section 6.4.1).
bool may_have_body(int status);

/// The date of a Date field, remade once a second. For one thread.
class DateCache {
  public:
    /// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 section 5.6.7).
    std::string_view now();

  private:
    std::time_t second_ = -1;
    std::string text_;
};

} // namespace server::beast
