#include "markup/escape.hpp"

#include "base/text.hpp"
#include "markup/letters.hpp"

#include <algorithm>

namespace markup {
namespace {

/// RFC 3986 section 3.1; a browser takes anything else before a colon for part of a path.
bool is_scheme(std::string_view name) {
    return !name.empty() && !is_digit(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
        return is_letter_or_digit(c) || c == '+' || c == '-' || c == '.';
    });
}

void append_percent(std::string& html, char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    html += '%';
    html += digits[byte >> 4];
    html += digits[byte & 15];
}

} // namespace

std::string without_guards(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find(guard, at), text.size());
        out += text.substr(at, next - at);
        at = next + guard.size();
    }
    return out;
}

void append_text(std::string& html, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        switch (text[i]) {
        case '&': html += "&amp;"; break;
        case '<': html += "&lt;"; break;
        case '>': html += "&gt;"; break;
        case '"': html += "&quot;"; break;
        case guard[0]:
            if (text.substr(i, guard.size()) == guard) {
                i += guard.size() - 1;
                break;
            }
            [[fallthrough]];
        default: html += text[i];
        }
    }
}

void append_address(std::string& html, std::string_view address) {
    constexpr std::string_view safe = "-_.+!*(),%#@?=;:/$~";
    for (const char c : address) {
        if (is_letter_or_digit(c) || safe.find(c) != std::string_view::npos)
            html += c;
        else if (c == '&')
            html += "&amp;";
        else if (c == '\'')
            html += "&#x27;";
        else
            append_percent(html, c);
    }
}

void append_segment(std::string& html, std::string_view segment) {
    for (const char c : segment) {
        if (is_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~')
            html += c;
        else
            append_percent(html, c);
    }
}

AddressKind address_kind(std::string_view address) {
    for (const char c : address)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return AddressKind::refused;
    address = base::trim(address);
    if (address.starts_with("//")) return AddressKind::refused;
    const std::size_t end = address.find_first_of(":/?#");
    if (end == std::string_view::npos || address[end] != ':') return AddressKind::local;
    const std::string scheme = base::ascii_lower(address.substr(0, end));
    if (!is_scheme(scheme)) return AddressKind::local;
    if (scheme == "http" || scheme == "https") return AddressKind::external;
    return scheme == "mailto" ? AddressKind::mail : AddressKind::refused;
}

} // namespace markup
