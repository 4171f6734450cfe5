// The bytes of a connection: read in whatever pieces, they give the same request or the same refusal; and
// what is accepted says where it ends in one way only (RFC 9112 section 6.3), told by a second, simple
// reader.
#include "server/beast/head_scan.hpp"
#include "server/beast/request_parser.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <algorithm>

namespace {

using namespace server;
using fuzz::require;
using server::beast::HeadScan;

constexpr std::size_t body_limit = 4096;

server::beast::Limits small_limits() {
    server::beast::Limits limits;
    limits.header_bytes = 1024;
    limits.header_fields = 16;
    limits.target_length = 256;
    return limits;
}
const server::beast::Limits limits = small_limits();

struct Reading {
    Request request{};
    int refusal = 0;
    bool done = false;
    bool keep_alive = false;
    std::size_t head_end = 0;
    std::size_t end = 0;
};

/// As server/beast/connection_read.cpp does it, with `piece` bytes at a time.
class Connection {
  public:
    Reading read(std::string_view bytes, std::size_t piece) {
        for (std::size_t arrived = 0; arrived < bytes.size() && !reading_.done && reading_.refusal == 0;) {
            arrived = std::min(bytes.size(), arrived + piece);
            const auto received = fuzz::exact(bytes.substr(0, arrived));
            take({received.data(), received.size()});
        }
        return std::move(reading_);
    }

  private:
    void take(std::string_view received) {
        if (reading_.head_end == 0 && !take_head(received)) return;
        while (reading_.end < received.size() && !parser_.is_done()) {
            const auto rest = fuzz::exact(received.substr(reading_.end));
            const auto taken = parser_.take_body({rest.data(), rest.size()});
            reading_.refusal = parser_.refusal();
            if (taken == 0 || reading_.refusal != 0) break;
            reading_.end += taken;
        }
        reading_.done = reading_.refusal == 0 && parser_.is_done();
        reading_.keep_alive = reading_.done && parser_.keep_alive();
    }

    bool take_head(std::string_view received) {
        switch (scan_.scan(received)) {
        case HeadScan::Verdict::incomplete: return false;
        case HeadScan::Verdict::malformed: reading_.refusal = 400; return false;
        case HeadScan::Verdict::too_long:
            reading_.refusal = scan_.in_request_line() ? 414 : 431;
            return false;
        case HeadScan::Verdict::complete: break;
        }
        const auto head = fuzz::exact(received.substr(scan_.begin(), scan_.end() - scan_.begin()));
        reading_.refusal = parser_.take_head({head.data(), head.size()});
        if (reading_.refusal != 0) return false;
        reading_.head_end = reading_.end = scan_.end();
        if (parser_.is_done()) return true;
        if (parser_.content_length().value_or(0) > body_limit) reading_.refusal = 413;
        parser_.body_limit(body_limit);
        return reading_.refusal == 0;
    }

    Reading reading_;
    server::beast::RequestParser parser_{reading_.request, limits};
    HeadScan scan_{limits.header_bytes};
};

/// Whether nothing is decided yet: a few bytes at the end may wait for more (see RequestParser::take_body).
bool waits(const Reading& reading, std::size_t size) {
    return reading.refusal == 0 && !reading.done && size - reading.end < 5;
}

bool same(const Reading& a, const Reading& b) {
    if (a.refusal != b.refusal || a.done != b.done) return false;
    if (!a.done) return true;
    return a.end == b.end && a.keep_alive == b.keep_alive && a.request.method == b.request.method &&
           a.request.path == b.request.path && a.request.query == b.request.query &&
           a.request.body == b.request.body && std::ranges::equal(a.request.headers, b.request.headers);
}

bool is_visible(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

/// Reads a chunked body by the letter (RFC 9112 section 7.1); where it ends is left in `at`.
std::string read_chunks(std::string_view bytes, std::size_t& at) {
    std::string body;
    const auto line = [&] {
        const auto end = bytes.find("\r\n", at);
        require(end != bytes.npos, "each line of a chunked body ends");
        const auto text = bytes.substr(at, end - at);
        at = end + 2;
        return text;
    };
    for (;;) {
        const auto head = line();
        const auto digits = head.substr(0, head.find(';'));
        require(!digits.empty() && digits.find_first_not_of("0123456789abcdefABCDEF") == digits.npos,
                "a chunk's size is hexadecimal", head);
        const auto size = std::stoull(std::string(digits), nullptr, 16);
        if (size == 0) break;
        require(size <= bytes.size() - at, "a chunk is whole");
        body += bytes.substr(at, size);
        at += size;
        require(bytes.substr(at, 2) == "\r\n", "a chunk ends with a line end");
        at += 2;
    }
    while (!line().empty()) {} // trailers
    return body;
}

void check_accepted(std::string_view bytes, const Reading& reading) {
    const Request& request = reading.request;
    require(request.method != Method::other, "only methods that we know are accepted");
    require(request.path.starts_with('/') && is_visible(request.path) && is_visible(request.query),
            "path and query are visible ASCII");
    require(request.path.find_first_of("?#") == request.path.npos &&
                request.query.find('#') == request.query.npos,
            "path, query and fragment are told apart");
    std::size_t hosts = 0, lengths = 0, codings = 0, fields = 0;
    for (const auto& [name, value] : request.headers) {
        ++fields;
        require(!name.empty() && is_visible(name) && name.find(':') == name.npos, "names are tokens", name);
        require(std::ranges::none_of(value,
                                     [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; }),
                "no control character stands in a value", value);
        Headers one;
        one.add(name, "x");
        hosts += one.get("Host").size();
        lengths += one.get("Content-Length").size();
        codings += one.get("Transfer-Encoding").size();
    }
    require(fields <= limits.header_fields && reading.head_end <= limits.header_bytes, "limits hold");
    require(hosts <= 1 && lengths + codings <= 1, "host, length and coding stand once");
    require(request.body.size() <= body_limit, "a body is within its limit");
    std::size_t end = reading.head_end;
    std::string body;
    if (codings > 0) {
        body = read_chunks(bytes, end);
    } else if (lengths > 0) {
        const auto length = std::stoull(std::string(request.headers.get("Content-Length")));
        body = bytes.substr(end, length);
        end += length;
    }
    require(request.body == body, "the body is what a plain reader reads", request.body);
    require(reading.end == end, "the message ends where a plain reader says");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view bytes = fuzz::view(data, size);
    const std::size_t piece = 1 + fuzz::take_byte(bytes) % 16;
    const Reading whole = Connection().read(bytes, bytes.size() + 1);
    const Reading pieces = Connection().read(bytes, piece);
    require(same(whole, pieces) || waits(whole, bytes.size()) || waits(pieces, bytes.size()),
            "pieces make no difference");
    if (whole.done) check_accepted(bytes, whole);
    return 0;
}
