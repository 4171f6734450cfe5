// Digests and the text forms of bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace base {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view data);
/// SHA-256 as 32 raw bytes.
std::string sha256(std::string_view data);
/// HMAC-SHA-256 (RFC 2104) as 32 raw bytes.
std::string hmac_sha256(std::string_view key, std::string_view data);

std::string hex(std::string_view bytes);
/// RFC 4648 section 5, without padding.
std::string base64url(std::string_view bytes);
/// The bytes; nothing where the text is not what base64url makes.
std::optional<std::string> from_base64url(std::string_view text);
/// Compares without telling by its time where two strings differ (their lengths are no secret).
bool equal_in_constant_time(std::string_view a, std::string_view b);

} // namespace base
