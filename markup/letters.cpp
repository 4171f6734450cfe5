#include "markup/letters.hpp"

#include <algorithm>
#include <array>

namespace markup {
namespace {

struct Range {
    char32_t first, last;
};

// Blocks that hold signs rather than letters (Unicode 15).
constexpr std::array<Range, 10> signs{{
    {0x80, 0xA9},
    {0xAB, 0xB4},
    {0xB6, 0xB9},
    {0xBB, 0xBF},
    {0x2000, 0x206F},
    {0x20A0, 0x2BFF},
    {0x2E00, 0x2E7F},
    {0x3000, 0x3020},
    {0xFDD0, 0xFE6F},
    {0x1F000, 0x1FAFF},
}};

bool is_sign(char32_t c) {
    if ((c >= 0xFF00 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20)) return true;
    return std::any_of(signs.begin(), signs.end(),
                       [c](const Range& range) { return c >= range.first && c <= range.last; });
}

std::size_t size_of(unsigned char lead) {
    return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

} // namespace

std::size_t word_size(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return is_letter_or_digit(text[at]) || text[at] == '_' ? 1 : 0;
    const std::size_t size = size_of(lead);
    if (size == 1 || at + size > text.size()) return 0;
    char32_t c = lead & (0x7Fu >> size);
    for (std::size_t i = 1; i < size; ++i)
        c = (c << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
    return is_sign(c) ? 0 : size;
}

bool is_word_before(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    std::size_t start = at - 1;
    while (start > 0 && at - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0u) == 0x80u)
        --start;
    return word_size(text, start) > 0;
}

} // namespace markup
