#include "server/beast/request_parser.hpp"

#include "server/beast/target.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <limits>

namespace server::beast {

namespace http = boost::beast::http;

namespace {

std::string_view view(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

Method method_of(http::verb verb) {
    switch (verb) {
    case http::verb::get: return Method::get;
    case http::verb::head: return Method::head;
    case http::verb::post: return Method::post;
    case http::verb::put: return Method::put;
    case http::verb::patch: return Method::patch;
    case http::verb::delete_: return Method::del;
    default: return Method::other;
    }
}

/// "GET / HTTP/2.0" is sound, but not for us; "GET / HTCPCP/1.0" or "GET /a b HTTP/1.1" is not sound.
bool names_other_version(std::string_view head) {
    const auto line = head.substr(0, head.find('\r'));
    if (std::ranges::count(line, ' ') != 2) return false;
    const auto version = line.substr(line.rfind(' ') + 1);
    const auto digit = [&](std::size_t at) { return version[at] >= '0' && version[at] <= '9'; };
    return version.size() == 8 && version.starts_with("HTTP/") && digit(5) && version[6] == '.' && digit(7);
}

/// Whether the line that says how long the next chunk is has come whole; not of the last one, whose trailers
/// may be missing still.
bool has_chunk_head(std::string_view bytes) {
    if (bytes.starts_with("\r\n")) bytes.remove_prefix(2); // of the chunk before
    const auto line = bytes.substr(0, bytes.find("\r\n"));
    return line.size() < bytes.size() && line.find_first_not_of('0') < line.find(';');
}

int status_of(boost::beast::error_code code) {
    if (code == http::error::body_limit) return 413;
    if (code == http::error::header_limit) return 431;
    return 400;
}

// However far a chunked body has come, at least this much of it is still ahead of the parser.
constexpr std::string_view last_chunk = "0\r\n\r\n";

constexpr std::size_t first_reserve = 64 * 1024; // what a client only claims to send takes no more memory

} // namespace

RequestParser::RequestParser(Request& request, const Limits& limits) : request_(request), limits_(limits) {
    header_limit(std::numeric_limits<std::uint32_t>::max()); // HeadScan has seen to that
    http::basic_parser<true>::body_limit(boost::none);       // set once the header is known
    eager(true);
}

int RequestParser::take_head(std::string_view head) {
    Code code;
    put(boost::asio::buffer(head.data(), head.size()), code);
    if (refusal_ == 0 && code == http::error::bad_version && names_other_version(head)) refusal_ = 505;
    if (refusal_ == 0 && (code || !is_header_done())) refusal_ = status_of(code);
    return refusal_;
}

std::size_t RequestParser::take_body(std::string_view bytes) {
    // Beast asserts that the last chunk comes whole (basic_parser.ipp, parse_chunk_header), and where
    // assertions are on a stranger who sends it byte by byte would end the program.
    if (chunked() && bytes.size() < last_chunk.size()) return 0;
    Code code;
    const std::size_t taken = put(boost::asio::buffer(bytes.data(), bytes.size()), code);
    if (refusal_ == 0 && code && code != http::error::need_more) refusal_ = status_of(code);
    // Beast waits for the end of an open quotation beyond the line's end, and counts the chunk against the
    // limit each time that more comes.
    if (refusal_ == 0 && code == http::error::need_more && chunked() && has_chunk_head(bytes.substr(taken)))
        refusal_ = 400;
    return taken;
}

void RequestParser::refuse(int status, Code& code) {
    refusal_ = status;
    code = http::error::bad_value;
}

void RequestParser::on_request_impl(http::verb verb, Text, Text target, int version, Code& code) {
    request_.method = method_of(verb);
    http_1_1_ = version == 11;
    if (target.size() > limits_.target_length) return refuse(414, code);
    target_ = view(target);
    if (target_.starts_with('/')) request_.path = target_; // so that an error further on knows the API
    if (request_.method == Method::other) return refuse(501, code);
}

void RequestParser::on_field_impl(Field field, Text name, Text value, Code& code) {
    if (++fields_ > limits_.header_fields) return refuse(431, code);
    if (head_done_) return; // a trailer: read, and not used (RFC 9110 section 6.5.1)
    if (const int status = check_field(field, view(value))) return refuse(status, code);
    request_.headers.add(view(name), view(value));
}

int RequestParser::check_field(Field field, std::string_view value) {
    switch (field) {
    case Field::host: return ++hosts_ > 1 || !is_host(value) ? 400 : 0;
    case Field::content_length: // Beast takes "5, 5" and the same number two times
        return ++lengths_ > 1 || value.find_first_not_of("0123456789") != value.npos ? 400 : 0;
    case Field::transfer_encoding: // Beast takes an unknown coding for no body at all
        if (++codings_ > 1) return 400;
        return same_word(value, "chunked") ? 0 : 501;
    case Field::content_encoding: // unpacked, a small body could be very large
        return same_word(value, "identity") ? 0 : 415;
    case Field::expect:
        expects_continue_ = same_word(value, "100-continue");
        return expects_continue_ ? 0 : 417;
    default: return 0;
    }
}

void RequestParser::on_header_impl(Code& code) {
    head_done_ = true;
    if (const int status = check_head()) refuse(status, code);
}

int RequestParser::check_head() {
    if (http_1_1_ && hosts_ == 0) return 400;
    if (codings_ > 0 && (lengths_ > 0 || !http_1_1_)) return 400;
    const Target target = read_target(target_, request_.headers.get("Host"));
    if (!target.valid) return 400;
    request_.path = target.path;
    request_.query = target.query;
    expects_continue_ = expects_continue_ && http_1_1_;
    return 0;
}

void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t>& length, Code&) {
    if (length) request_.body.reserve(std::min<std::uint64_t>(*length, first_reserve));
}

std::size_t RequestParser::on_body_impl(Text bytes, Code&) {
    request_.body.append(bytes.data(), bytes.size());
    return bytes.size();
}

void RequestParser::on_chunk_header_impl(std::uint64_t, Text extensions, Code& code) {
    const auto text = view(extensions);
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    extension_bytes_ += text.size(); // or a stream of tiny chunks with long extensions would cost us a lot
    if (extension_bytes_ > limits_.header_bytes || std::ranges::any_of(text, control))
        return refuse(400, code);
    if (!text.empty() && text.front() != ';') return refuse(400, code);
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, Text bytes, Code&) {
    request_.body.append(bytes.data(), bytes.size());
    return bytes.size();
}

} // namespace server::beast
