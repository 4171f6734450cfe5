// From a request target to a route: only addresses of this host are taken, what a route gets is sound text,
// and an address that the program writes leads back to the same values. "next" addresses cannot lead
// elsewhere.
#include "server/beast/target.hpp"

#include "base/text.hpp"
#include "server/router.hpp"
#include "server/url.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <algorithm>

namespace {

using namespace server;
using fuzz::require;

const std::vector<std::string_view> patterns{
    "/",           "/search",       "/forum/threads/{}", "/forum/threads/{}/{}",
    "/members/{}", "/static/{...}", "/a/{}/b/{}/c"};

Router table() {
    Router router;
    for (const auto pattern : patterns)
        router.add(Method::get, pattern);
    return router;
}
const Router router = table();

std::string address(std::string_view pattern, const std::vector<std::string>& values) {
    std::string out;
    for (std::size_t at = 0, value = 0; at < pattern.size(); ++at) {
        if (pattern[at] != '{') {
            out += pattern[at];
            continue;
        }
        out += percent_encode(values.at(value++));
        at = pattern.find('}', at);
    }
    return out;
}

void check_route(std::string_view path) {
    const auto found = router.find(Method::get, path);
    const auto* match = std::get_if<Match>(&found);
    if (match == nullptr) return;
    for (const auto& value : match->values)
        require(base::is_utf8(value) && value.find('\0') == value.npos, "a route's values are sound text");
    const auto again = router.find(Method::head, address(patterns[match->route], match->values));
    const auto* same = std::get_if<Match>(&again);
    require(same != nullptr && same->route == match->route && same->values == match->values,
            "a written address leads to the same place", path);
}

void check_target(std::string_view target, std::string_view host) {
    const auto read = server::beast::read_target(target, host);
    if (!read.valid) return;
    require(read.path.starts_with('/') && read.path.find_first_of("?#") == read.path.npos,
            "a path is a path");
    require(read.query.find('#') == read.query.npos, "there is no fragment");
    std::string written(read.path);
    if (target.find('?') != target.npos) (written += '?') += read.query;
    require(target.ends_with(written) || written.starts_with("/?") || written == "/", "nothing is lost",
            target);
    if (target.starts_with('/')) require(written == target, "origin-form stays as it is");
    check_route(read.path);
}

/// As a browser reads an address in a page: it drops tabs and line breaks, trims, and takes "\" for "/".
std::string as_browsers_read(std::string_view address) {
    std::string out;
    for (const char c : address)
        if (c != '\t' && c != '\n' && c != '\r') out += c == '\\' ? '/' : c;
    const auto begin = std::ranges::find_if(out, [](char c) { return static_cast<unsigned char>(c) > 0x20; });
    out.erase(out.begin(), begin);
    return out;
}

void check_text(std::string_view text) {
    const auto encoded = percent_encode(text);
    require(percent_decode(encoded) == text && percent_decode(encoded, true) == text,
            "encoding can be undone");
    if (const auto decoded = percent_decode(text))
        require(percent_decode(percent_encode(*decoded)) == decoded, "decoding and encoding agree");
    if (const auto local = Url::local(text)) {
        const auto seen = as_browsers_read(local->text());
        require(seen == text && seen.starts_with('/') && !seen.starts_with("//"),
                "a local address stays here", text);
    }
    if (const auto external = Url::external(text)) {
        const auto seen = base::ascii_lower(as_browsers_read(external->text()));
        require(seen.starts_with("http://") || seen.starts_with("https://"), "other schemes are refused",
                text);
    }
    if (text.empty() || !base::is_utf8(text) || text.find('\0') != text.npos) return;
    const auto found = router.find(Method::get, link<"/a/{}/b/{}/c">(text, text).text());
    const auto* match = std::get_if<Match>(&found);
    require(match != nullptr && match->values.at(0) == text && match->values.at(1) == text,
            "links can be followed");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto parts = fuzz::parts(fuzz::view(data, size), 2);
    check_target(parts[0], parts[1]);
    check_text(parts[0]);
    check_text(parts[1]);
    return 0;
}
