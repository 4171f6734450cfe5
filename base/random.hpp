// Unguessable bytes, handed in so that a test can repeat them.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>

namespace base {

/// Fills the span with random bytes.
using Random = std::function<void(std::span<std::byte>)>;

/// The operating system's cryptographic source; throws std::system_error when it fails.
Random system_random();

/// 256 random bits in base64url, 43 characters: for session ids, tokens, invitations.
std::string random_token(const Random& random);

} // namespace base
