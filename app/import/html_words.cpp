#include "app/import/html_words.hpp"

#include "base/text.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace app {
namespace {

/// Those that people type in titles and running text; HTML knows two thousand more.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> named{
    {{"amp", "&"},         {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},
     {"nbsp", "\xC2\xA0"}, {"hellip", "…"}, {"ndash", "–"},  {"mdash", "—"},  {"lsquo", "‘"},
     {"rsquo", "’"},       {"ldquo", "“"},  {"rdquo", "”"},  {"laquo", "«"},  {"raquo", "»"},
     {"eacute", "é"},      {"egrave", "è"}, {"agrave", "à"}, {"ccedil", "ç"}, {"copy", "©"}}};

std::string utf8(std::uint32_t code) {
    if (code < 0x80) return {static_cast<char>(code)};
    const auto tail = [&](int shift) { return static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
    if (code < 0x800) return {static_cast<char>(0xC0 | (code >> 6)), tail(0)};
    if (code < 0x10000) return {static_cast<char>(0xE0 | (code >> 12)), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | (code >> 18)), tail(12), tail(6), tail(0)};
}

/// What stands between & and ;
std::optional<std::string> character(std::string_view name) {
    for (const auto& [known, text] : named)
        if (known == name) return std::string(text);
    if (!name.starts_with('#')) return std::nullopt;
    const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const auto digits = name.substr(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (error != std::errc() || end != digits.data() + digits.size() || code == 0 || code > 0x10FFFF ||
        surrogate)
        return std::nullopt;
    return utf8(code);
}

/// What a tag becomes: <p> a new paragraph, <li> an item, <br> a new line, the others nothing.
std::string_view break_for(std::string_view tag) {
    const auto name = base::ascii_lower(tag.substr(0, tag.find_first_of(" \t\n/>")));
    if (name == "li") return "\n- ";
    if (name == "br") return "\\\n";
    for (const std::string_view block :
         std::array{"p", "pre", "ul", "ol", "blockquote", "h1", "h2", "h3", "hr"})
        if (name == block) return "\n\n";
    return "";
}

} // namespace

std::string without_entities(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text[at] == '&' ? text.substr(at, 12).find(';') : std::string_view::npos;
        const auto found =
            end == std::string_view::npos ? std::nullopt : character(text.substr(at + 1, end - 1));
        if (found) {
            out += *found;
            at += end + 1;
        } else {
            out += text[at++];
        }
    }
    return out;
}

std::string escaped_markdown(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::ispunct(static_cast<unsigned char>(c)) != 0) out += '\\';
        out += c;
    }
    return out;
}

std::string markdown_of_html(std::string_view html) {
    std::string out;
    while (!html.empty()) {
        const auto words = html.substr(0, html.find('<'));
        out += escaped_markdown(without_entities(words));
        html.remove_prefix(words.size());
        const auto end = html.find('>');
        if (html.empty() || end == std::string_view::npos) break;
        out += break_for(html.substr(1, end - 1));
        html.remove_prefix(end + 1);
    }
    return std::string(base::trim(out));
}

} // namespace app
