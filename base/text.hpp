// Small things done to text, and what Unicode needs. Text inside the program is always valid UTF-8 with \n
// line ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// Whether every byte belongs to well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
bool is_utf8(std::string_view text);
/// The number of code points in well-formed UTF-8.
std::size_t length(std::string_view text);
/// The longest start of at most `code_points` code points.
std::string_view truncate(std::string_view text, std::size_t code_points);
/// Text as the program keeps it: CR LF and CR become LF, NUL is dropped and bytes that are not UTF-8 become
/// U+FFFD. Everything else stays byte for byte.
std::string clean(std::string_view text);
/// `clean` for a field of one line: line breaks and tabs become blanks, outer blanks (Unicode's too) and the
/// marks that turn the direction of all that follows are dropped; "" where nothing of the rest is seen.
std::string clean_line(std::string_view text);

/// Without blanks, tabs and line breaks (ASCII) at both ends.
std::string_view trim(std::string_view text);
/// The parts between separators; empty parts are kept.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view between);
/// ASCII letters only; other bytes stay.
std::string ascii_lower(std::string_view text);
/// A whole decimal number, the entire text; nothing otherwise.
std::optional<std::int64_t> parse_int(std::string_view text);
/// "1,234,567"
std::string grouped(std::int64_t number);
/// "1 answer", "3 answers"
std::string counted(std::int64_t number, std::string_view one, std::string_view many);

/// A name for an address: letters and digits of any script in lower case, Latin for other European scripts,
/// single hyphens between; at most 80 bytes. "Drop boxes: siting & installing" gives
/// "drop-boxes-siting-installing". Never empty: text without a letter gives "untitled".
std::string slug(std::string_view text);
/// Whether `slug` could have made it: nothing in it needs escaping but letters beyond ASCII.
bool is_slug(std::string_view text);
/// Case folded (Unicode full folding) and without diacritics, for comparing names.
std::string fold(std::string_view text);

} // namespace base
