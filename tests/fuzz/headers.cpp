// Header fields in both directions: cookies, If-None-Match and Accept-Encoding as a stranger sends them, and
// response fields, which can never begin a line of their own.
#include "base/text.hpp"
#include "server/beast/response_head.hpp"
#include "server/response.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <zlib.h>

#include <algorithm>

namespace {

using namespace server;
using fuzz::require;

/// The value of the first cookie of that name, read by the letter.
std::string_view cookie_in(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const auto end = std::min(header.find(';'), header.size());
        const auto pair = base::trim(header.substr(0, end));
        const auto equals = pair.find('=');
        if (equals != pair.npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
        header.remove_prefix(std::min(end + 1, header.size()));
    }
    return {};
}

void check_cookies(std::string_view header, std::string_view name, std::string_view value) {
    if (name.find_first_of("=; \t\r\n") != name.npos || name.empty()) return;
    Request request;
    request.headers.add("cookie", header);
    require(request.cookie(name) == cookie_in(header, name), "the first cookie of a name is read", header);
    Response response;
    const auto encoded = percent_encode(value);
    set_cookie(response, {name, encoded, 60, true});
    const auto set = response.headers.get("Set-Cookie");
    Request back;
    back.headers.add("Cookie", "a_b=c; " + std::string(set.substr(0, set.find(';'))));
    if (name != "a_b")
        require(percent_decode(back.cookie(name)) == value, "a cookie that was set comes back", set);
}

void check_head(std::string_view name, std::string_view value) {
    Response response = text("body");
    response.headers.add(name, value);
    response.headers.add("Location", value);
    std::string head;
    server::beast::write_head(head, response, "Sun, 06 Nov 1994 08:49:37 GMT",
                              server::beast::Persistence::none);
    const auto breaks = std::ranges::count(head, '\n');
    // Status, date, type, Location, length and the empty line; and the one, unless it is a field that only we
    // write.
    require(breaks == 6 || breaks == 7, "no field begins another", head);
    require(std::ranges::count(head, '\r') == breaks && head.ends_with("\r\n\r\n"),
            "lines end as they should", head);
    require(head.find("\r\n\r\n") == head.size() - 4, "a head ends once", head);
}

/// Whether gzip may be sent (RFC 9110 section 12.5.3), read by the letter; only for fields without quotes.
bool takes_gzip(std::string_view header) {
    for (const auto member : base::split(header, ',')) {
        const auto parts = base::split(member, ';');
        if (base::ascii_lower(base::trim(parts[0])) != "gzip") continue;
        for (std::size_t i = 1; i < parts.size(); ++i) {
            const auto weight = base::ascii_lower(base::trim(parts[i]));
            if (weight.starts_with("q=") && weight.find_first_not_of("0.", 2) == weight.npos) return false;
        }
        return true;
    }
    return false;
}

std::string unpacked(std::string_view packed, std::size_t size) {
    std::string out(size + 1, '\0');
    z_stream stream{};
    require(inflateInit2(&stream, 16 + MAX_WBITS) == Z_OK, "zlib works");
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    require(inflate(&stream, Z_FINISH) == Z_STREAM_END, "what was compressed is whole");
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

void check_answer(std::string_view if_none_match, std::string_view accept_encoding, std::string_view words) {
    std::string body(words);
    while (!words.empty() && body.size() < 2000)
        body += words;
    Request request;
    request.headers.add("If-None-Match", if_none_match);
    request.headers.add("Accept-Encoding", accept_encoding);
    Response response = html(body);
    answer_conditionally(request, response);
    const std::string tag(response.headers.get("ETag"));
    require(tag.size() > 4 && tag.starts_with("W/\"") && tag.ends_with('"'), "a page has a weak ETag", tag);
    const bool named = if_none_match.find(tag.substr(2)) != if_none_match.npos;
    if (response.status == 304)
        require(named || if_none_match.find('*') != if_none_match.npos, "304 only for what the client has");
    Response whole = html(body);
    compress(request, whole);
    const bool packed = whole.headers.get("Content-Encoding") == "gzip";
    if (packed) require(takes_gzip(accept_encoding), "gzip goes only to who takes it", accept_encoding);
    require((packed ? unpacked(whole.body, body.size()) : whole.body) == body, "a page arrives as it was");
    Request again;
    again.headers.add("If-None-Match", "\"x\", " + tag);
    Response known = html(body);
    answer_conditionally(again, known);
    require(known.status == 304 && known.content().empty(), "a page that the client has is not sent again");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto parts = fuzz::parts(fuzz::view(data, size), 5);
    check_cookies(parts[0], parts[1], parts[4]);
    check_head(parts[1], parts[4]);
    check_answer(parts[2], parts[3], parts[4]);
    return 0;
}
