// Text and addresses as they may stand in HTML. Only the renderer uses it.
#pragma once

#include <string>
#include <string_view>

namespace markup {

/// Stands in the parsed text behind each escaped `@`, `#` and `[`, so that `\@noor` stays words; it is a
/// noncharacter (U+FDD0) that no text may hold, and nothing here writes it out.
constexpr std::string_view guard = "\xEF\xB7\x90";

std::string without_guards(std::string_view text);

/// Appends text for between tags or for a double-quoted attribute.
void append_text(std::string& html, std::string_view text);
/// Appends an address for a double-quoted attribute: what may not stand in one is percent-encoded (RFC 3986).
void append_address(std::string& html, std::string_view address);
/// Appends one segment of a path, with all but letters, digits and "-._~" percent-encoded.
void append_segment(std::string& html, std::string_view segment);

enum class AddressKind { refused, local, external, mail };

/// What an address leads to, with entities already decoded: `local` without a scheme, `external` for http and
/// https, `mail` for mailto; any other scheme, "//host" and control characters are `refused`.
AddressKind address_kind(std::string_view address);

} // namespace markup
