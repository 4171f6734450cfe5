#include "markup/bare_address.hpp"

#include "base/text.hpp"
#include "markup/letters.hpp"

#include <algorithm>
#include <array>

namespace markup {
namespace {

constexpr std::size_t longest_local_part = 64; // RFC 5321 section 4.5.3.1
constexpr std::size_t longest_domain = 255;

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Without an ending that looks like an entity ("&copy;"), or at least without its semicolon.
std::string_view without_entity(std::string_view address) {
    std::size_t start = address.size() - 1;
    while (start > 0 && is_letter_or_digit(address[start - 1]))
        --start;
    const bool is_entity = start > 0 && start < address.size() - 1 && address[start - 1] == '&';
    return address.substr(0, is_entity ? start - 1 : address.size() - 1);
}

/// Punctuation beyond ASCII that ends a sentence or a quotation, not an address.
std::size_t closing_sign(std::string_view address) {
    constexpr std::array<std::string_view, 8> signs{"’", "”", "»", "…", "。", "，", "）", "」"};
    for (const auto sign : signs)
        if (address.ends_with(sign)) return sign.size();
    return 0;
}

std::string_view without_trailing_punctuation(std::string_view address) {
    auto open = std::count(address.begin(), address.end(), '(');
    auto closed = std::count(address.begin(), address.end(), ')');
    while (!address.empty()) {
        const char last = address.back();
        if (std::string_view("?!.,:*_~'\"").find(last) != std::string_view::npos) {
            address.remove_suffix(1);
        } else if (last == ')' && closed > open) {
            --closed;
            address.remove_suffix(1);
        } else if (last == ';') {
            address = without_entity(address);
        } else if (const std::size_t size = closing_sign(address)) {
            address.remove_suffix(size);
        } else {
            break;
        }
    }
    return address;
}

bool starts_with_lower(std::string_view text, std::string_view lower) {
    return base::ascii_lower(text.substr(0, lower.size())) == lower;
}

/// Whether `host` begins like a host name; where there is no scheme it must have a dot to tell it from words.
bool is_host(std::string_view host, bool needs_dot) {
    if (host.empty()) return false;
    const bool is_ascii_sign =
        static_cast<unsigned char>(host.front()) < 0x80 && !is_letter_or_digit(host.front());
    if (!needs_dot) return !is_ascii_sign || host.front() == '[';
    for (std::size_t at = 0; at < host.size();) {
        const std::size_t size = word_size(host, at);
        if (size > 0 || host[at] == '-')
            at += std::max<std::size_t>(size, 1);
        else
            return host[at] == '.' && at > 0 && word_size(host, at + 1) > 0;
    }
    return false;
}

} // namespace

std::optional<TextLink> find_address(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    const bool is_www = starts_with_lower(rest, "www.");
    std::size_t prefix = 4;
    if (!is_www) {
        if (starts_with_lower(rest, "https://"))
            prefix = 8;
        else if (starts_with_lower(rest, "http://"))
            prefix = 7;
        else
            return std::nullopt;
    }
    if (is_word_before(text, at) || (at > 0 && is_www && text[at - 1] == '/')) return std::nullopt;
    if (!is_host(rest.substr(prefix), is_www)) return std::nullopt;
    std::size_t end = prefix;
    while (end < rest.size() && !is_blank(rest[end]) && rest[end] != '<')
        ++end;
    const auto address = without_trailing_punctuation(rest.substr(0, end));
    if (address.size() <= prefix) return std::nullopt;
    return TextLink{TextLink::Kind::address, at, at + address.size(),
                    (is_www ? "http://" : "") + std::string(address)};
}

std::optional<TextLink> find_mail(std::string_view text, std::size_t at, std::size_t from) {
    const auto is_local = [](char c) {
        return is_letter_or_digit(c) || c == '.' || c == '+' || c == '-' || c == '_';
    };
    std::size_t begin = at;
    while (begin > from && is_local(text[begin - 1]) && at - begin <= longest_local_part)
        --begin;
    if (begin == at || at - begin > longest_local_part || is_word_before(text, begin)) return std::nullopt;
    std::size_t end = at + 1;
    while (end < text.size() && end - at <= longest_domain &&
           (is_letter_or_digit(text[end]) || text[end] == '.' || text[end] == '-' || text[end] == '_'))
        ++end;
    while (text[end - 1] == '.')
        --end;
    const auto domain = text.substr(at + 1, end - at - 1);
    const std::size_t dot = domain.find('.');
    if (dot == std::string_view::npos || dot == 0 || !is_letter_or_digit(domain.back())) return std::nullopt;
    if (domain.find("..") != std::string_view::npos) return std::nullopt;
    return TextLink{TextLink::Kind::mail, begin, end, std::string(text.substr(begin, end - begin))};
}

} // namespace markup
