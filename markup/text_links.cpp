#include "markup/text_links.hpp"

#include "base/text.hpp"
#include "markup/bare_address.hpp"
#include "markup/letters.hpp"

#include <optional>

namespace markup {
namespace {

constexpr std::size_t longest_handle = 80;
constexpr std::size_t longest_page_link = 400;
constexpr std::size_t most_digits = 12;

/// `@handle`, with `at` on the "@".
std::optional<TextLink> find_member(std::string_view text, std::size_t at) {
    if (is_word_before(text, at) || (at > 0 && (text[at - 1] == '@' || text[at - 1] == '/')))
        return std::nullopt;
    std::size_t end = at + 1;
    while (end < text.size() && end - at <= longest_handle + 1) {
        if (text[end] == '-') {
            ++end;
            continue;
        }
        const std::size_t size = word_size(text, end);
        if (size == 0 || text[end] == '_') break;
        end += size;
    }
    while (text[end - 1] == '-')
        --end;
    const auto name = text.substr(at + 1, end - at - 1);
    if (name.empty() || name.size() > longest_handle || name.front() == '-') return std::nullopt;
    if (name.find("--") != std::string_view::npos || (end < text.size() && text[end] == '_'))
        return std::nullopt;
    return TextLink{TextLink::Kind::member, at, end, base::slug(name)};
}

/// `[[slug]]` or `[[slug|words]]`, with `at` on the first bracket.
std::optional<TextLink> find_page(std::string_view text, std::size_t at) {
    if (text.substr(at, 2) != "[[") return std::nullopt;
    const auto rest = text.substr(at + 2, longest_page_link);
    const std::size_t close = rest.find_first_of("[]");
    if (close == std::string_view::npos || rest.substr(close, 2) != "]]") return std::nullopt;
    const auto inner = rest.substr(0, close);
    const std::size_t bar = inner.find('|');
    const auto name = base::trim(inner.substr(0, bar));
    if (name.empty()) return std::nullopt;
    TextLink link{TextLink::Kind::page, at, at + 2 + close + 2, base::slug(name)};
    if (bar != std::string_view::npos) link.label = base::trim(inner.substr(bar + 1));
    link.label_is_chosen = !link.label.empty();
    if (link.label.empty() && name != link.target) link.label = name;
    return link;
}

/// `#123`, with `at` on the "#".
std::optional<TextLink> find_thread(std::string_view text, std::size_t at) {
    if (is_word_before(text, at)) return std::nullopt;
    if (at > 0 && (text[at - 1] == '#' || text[at - 1] == '&' || text[at - 1] == '/')) return std::nullopt;
    std::size_t end = at + 1;
    while (end < text.size() && is_digit(text[end]) && end - at <= most_digits + 1)
        ++end;
    const auto digits = text.substr(at + 1, end - at - 1);
    if (digits.empty() || digits.size() > most_digits || digits.front() == '0') return std::nullopt;
    if (word_size(text, end) > 0) return std::nullopt;
    const bool goes_on = end + 1 < text.size() &&
                         (text[end] == '.' || text[end] == '-' || text[end] == ',') &&
                         is_digit(text[end + 1]);
    if (goes_on) return std::nullopt;
    return TextLink{TextLink::Kind::thread, at, end, {}, {}, false, *base::parse_int(digits)};
}

/// The link whose telling character stands at `at`; an e-mail address may begin before it, but not before
/// `from`.
std::optional<TextLink> find_at(std::string_view text, std::size_t at, std::size_t from) {
    switch (text[at]) {
    case 'h':
    case 'H':
    case 'w':
    case 'W': return find_address(text, at);
    case '@':
        if (auto mail = find_mail(text, at, from)) return mail;
        return find_member(text, at);
    case '[': return find_page(text, at);
    case '#': return find_thread(text, at);
    default: return std::nullopt;
    }
}

} // namespace

std::vector<TextLink> find_text_links(std::string_view text) {
    std::vector<TextLink> links;
    std::size_t from = 0;
    for (std::size_t at = text.find_first_of("hHwW@[#"); at < text.size();
         at = text.find_first_of("hHwW@[#", at)) {
        if (auto link = find_at(text, at, from)) {
            at = from = link->end;
            links.push_back(*std::move(link));
        } else {
            ++at;
        }
    }
    return links;
}

} // namespace markup
