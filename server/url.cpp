#include "server/url.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace server {
namespace {

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Browsers drop tabs and line breaks and read "\" as "/": none of them may stand in an address.
bool has_trap(std::string_view address) {
    for (const char c : address)
        if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '\\') return true;
    return false;
}

} // namespace

void append_percent_encoded(std::string& out, std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    while (!text.empty()) {
        const auto plain =
            static_cast<std::size_t>(std::ranges::find_if_not(text, is_unreserved) - text.begin());
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) return;
        const auto byte = static_cast<unsigned char>(text.front());
        out += '%';
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
        text.remove_prefix(1);
    }
}

std::string percent_encode(std::string_view text) {
    std::string out;
    append_percent_encoded(out, text);
    return out;
}

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_blank) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_blank) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = hex_value(text[i + 1]);
            const int low = hex_value(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return out;
}

std::optional<Url> Url::local(std::string_view path) {
    if (!path.starts_with('/') || path.starts_with("//") || has_trap(path)) return std::nullopt;
    return Url(std::string(path));
}

std::optional<Url> Url::external(std::string_view address) {
    const std::string lower = base::ascii_lower(address.substr(0, 8));
    if (!lower.starts_with("http://") && !lower.starts_with("https://")) return std::nullopt;
    if (has_trap(address)) return std::nullopt;
    return Url(std::string(address));
}

} // namespace server
