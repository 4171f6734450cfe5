// The codes of an authenticator app: TOTP (RFC 6238) as every app knows it, SHA-1, six digits, a new one each
// 30 seconds. The arithmetic is liboath's.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace members {

constexpr std::size_t totp_key_bytes = 20; // RFC 4226 section 4 asks for 160 bits
constexpr std::chrono::seconds totp_step_length{30};

/// 160 random bits, raw.
std::string new_totp_key(const base::Random& random);

/// The 30-second step since 1970 that this code of six digits belongs to: the present one or a neighbour,
/// since clocks differ and typing takes time (RFC 6238 section 5.2). Nothing where it is no code of these.
std::optional<std::int64_t> totp_step(std::string_view key, std::string_view code, base::Time now);

/// Base32 (RFC 4648 section 6) in groups of four letters: "JBSW Y3DP …", to type into an app.
std::string key_in_groups(std::string_view key);
/// What the QR code says: "otpauth://totp/…", the form that Google's app began and all others read.
std::string key_address(std::string_view key, std::string_view site, std::string_view account);

} // namespace members
