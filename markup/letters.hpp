// Which bytes of a text belong to a word: near enough for finding where a mention or a bare address begins
// and ends, without the tables of Unicode.
#pragma once

#include <cstddef>
#include <string_view>

namespace markup {

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

inline bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The size in bytes of the letter, digit or "_" at `at`; 0 if there is none. Signs beyond ASCII (dashes,
/// quotation marks, arrows, emoji) are no letters.
std::size_t word_size(std::string_view text, std::size_t at);
/// Whether a letter, digit or "_" ends at `at`.
bool is_word_before(std::string_view text, std::size_t at);

} // namespace markup
