// Bytes that only the holder of a key can read, and that nobody can change unseen: AES-256-GCM (NIST SP
// 800-38D).
#pragma once

#include "base/random.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace base {

/// 256 random bits, raw.
std::string random_key(const Random& random);

/// Encrypts under a key of 32 bytes. `context` is not kept but must be the same when it is opened: it says
/// what this is, so that one sealed text cannot stand in for another. Gives nonce, ciphertext and tag: 28
/// bytes more than `text`. Throws std::runtime_error when the library fails.
std::string seal(std::string_view key, std::string_view text, std::string_view context, const Random& random);
/// Nothing where the key or the context is another, or a bit was changed.
std::optional<std::string> open_sealed(std::string_view key, std::string_view sealed,
                                       std::string_view context);

} // namespace base
