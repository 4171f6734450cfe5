// Small readers of text that comes from outside: cleaning, names for addresses, numbers, days, cursors,
// digests. What they make they take again and leave as it is.
#include "base/text.hpp"

#include "base/clock.hpp"
#include "base/digest.hpp"
#include "server/html/writer.hpp"
#include "site/json.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace {

using fuzz::require;

void check_clean(std::string_view raw, const std::string& text) {
    fuzz::require_sound(text);
    require(base::clean(text) == text, "clean stays clean");
    if (base::is_utf8(raw) && raw.find('\0') == raw.npos && raw.find('\r') == raw.npos)
        require(text == raw, "sound text stays byte for byte");
    const auto line = base::clean_line(raw);
    require(line.find_first_of("\n\t") == line.npos && base::clean_line(line) == line, "a line is a line",
            line);
    for (const std::size_t most : {0U, 1U, 7U}) {
        const auto start = base::truncate(text, most);
        require(text.starts_with(start) && base::is_utf8(start) && base::length(start) <= most,
                "a start is a start");
        require(start.size() == text.size() || base::length(start) == most,
                "a start is as long as it may be");
    }
}

void check_names(const std::string& text) {
    const auto slug = base::slug(text);
    require(base::is_slug(slug), "a slug is a slug", slug);
    const auto fold = base::fold(text);
    require(base::is_utf8(fold) && base::fold(fold) == fold, "what is folded stays folded", fold);
}

/// Reads back what the HTML writer escapes, refusing what a browser would take for a tag.
std::string unescaped(std::string_view html) {
    constexpr std::pair<std::string_view, char> entities[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&#x27;", '\''}};
    std::string out;
    while (!html.empty()) {
        require(std::string_view("<>\"'").find(html.front()) == std::string_view::npos,
                "no sign of HTML is left");
        std::size_t taken = 1;
        char c = html.front();
        for (const auto& [entity, sign] : entities)
            if (html.starts_with(entity)) taken = entity.size(), c = sign;
        require(html.front() != '&' || taken > 1, "an ampersand begins an entity");
        out += c;
        html.remove_prefix(taken);
    }
    return out;
}

void check_values(std::string_view raw) {
    if (const auto number = base::parse_int(raw))
        require(base::parse_int(std::to_string(*number)) == number, "numbers");
    if (const auto cursor = site::Cursor::parse(raw)) {
        const auto again = site::Cursor::parse(cursor->text());
        require(again && again->key == cursor->key && again->id == cursor->id, "a cursor stays a cursor",
                raw);
    }
    if (const auto time = base::parse_iso_time(raw)) {
        const auto again = base::parse_iso_time(base::iso_time(*time));
        if (base::iso_time(*time).size() == 20) require(again == time, "a time stays a time", raw);
    }
    if (const auto day = base::start_of_day(raw, "America/Chicago"))
        require(!base::exact_date(*day, "America/Chicago").empty(), "a day has a name");
    if (const auto bytes = base::from_base64url(raw))
        require(base::base64url(*bytes) == raw, "base64url has one spelling", raw);
    require(base::from_base64url(base::base64url(raw)) == raw, "base64url can be undone");
    std::string html;
    html::escape(html, raw);
    require(unescaped(html) == raw, "what is escaped can be read back", html);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto raw = fuzz::view(data, size);
    const std::string text = base::clean(raw);
    check_clean(raw, text);
    check_names(text);
    check_values(raw);
    return 0;
}
