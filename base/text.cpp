#include "base/text.hpp"

#include "base/letters.hpp"

#include <charconv>

namespace base {
namespace {

/// The bytes of the well-formed sequence that starts at `at` (RFC 3629, table of section 4), or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto within = [&](std::size_t i, unsigned low, unsigned high) {
        return byte(i) >= low && byte(i) <= high;
    };
    const unsigned first = byte(at);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    if (first < 0xE0) return within(at + 1, 0x80, 0xBF) ? 2 : 0;
    const unsigned low = first == 0xE0 ? 0xA0U : first == 0xF0 ? 0x90U : 0x80U;
    const unsigned high = first == 0xED ? 0x9FU : first == 0xF4 ? 0x8FU : 0xBFU;
    if (!within(at + 1, low, high) || !within(at + 2, 0x80, 0xBF)) return 0;
    if (first < 0xF0) return 3;
    return within(at + 3, 0x80, 0xBF) ? 4 : 0;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The Unicode blanks that people paste at the ends of titles: no-break, em and en spaces, zero width, byte
/// order mark.
constexpr std::string_view wide_blanks[] = {"\u00A0", "\u2002", "\u2003", "\u2009",
                                            "\u200B", "\u3000", "\uFEFF"};

std::string_view trim_wide(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        text = trim(text);
        for (const auto blank : wide_blanks) {
            if (text.starts_with(blank)) text.remove_prefix(blank.size()), again = true;
            if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
        }
    }
    return text;
}

/// Whether a mark of three bytes starts here that turns the direction of all that follows, up to another
/// such mark: U+202A to U+202E, U+2066 to U+2069 (UAX 9, sections 2.1 to 2.5).
bool turns_direction(std::string_view text) {
    return text.size() >= 3 && ((text.starts_with("\xE2\x80") && text[2] >= '\xAA' && text[2] <= '\xAE') ||
                                (text.starts_with("\xE2\x81") && text[2] >= '\xA6' && text[2] <= '\xA9'));
}

} // namespace

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bytes = sequence_length(text, at);
        if (bytes == 0) return false;
        at += bytes;
    }
    return true;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    return count;
}

std::string_view truncate(std::string_view text, std::size_t code_points) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U && count++ == code_points) break;
    return text.substr(0, at);
}

std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bytes = sequence_length(text, at);
        const char c = text[at];
        if (bytes == 0) {
            out += "\uFFFD";
        } else if (c == '\r') {
            if (at + 1 == text.size() || text[at + 1] != '\n') out += '\n';
        } else if (c != '\0') {
            out += text.substr(at, bytes);
        }
        at += bytes == 0 ? 1 : bytes;
    }
    return out;
}

std::string clean_line(std::string_view text) {
    const std::string cleaned = clean(text);
    std::string line;
    line.reserve(cleaned.size());
    for (std::size_t at = 0; at < cleaned.size(); ++at) {
        const char c = cleaned[at];
        if (turns_direction(std::string_view(cleaned).substr(at)))
            at += 2;
        else
            line += c == '\n' || c == '\t' ? ' ' : c;
    }
    return shows_nothing(line) ? std::string() : std::string(trim_wide(line));
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += between;
        out += parts[i];
    }
    return out;
}

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::optional<std::int64_t> parse_int(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;)
        digits.insert(at -= 3, ",");
    return digits;
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many) {
    return grouped(number) + ' ' + std::string(number == 1 ? one : many);
}

} // namespace base
