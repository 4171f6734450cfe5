// The door before the Markdown parser. A few short texts make the parser slow or memory-hungry; one linear
// look at the text refuses them before it runs, and tells the writer what to change.
#pragma once

#include "base/problem.hpp"

#include <cstddef>
#include <string_view>

namespace markup {

/// How much one text may hold. What is not listed here is the same for every text (see admission.cpp).
struct Limits {
    std::size_t bytes = 64 * 1024;
};

constexpr Limits post_limits{64 * 1024};
constexpr Limits page_limits{256 * 1024};

/// Nothing if the text may be parsed; else what the writer can do about it: too_large for its length, invalid
/// for its shape. Takes linear time and no memory.
[[nodiscard]] base::Result<void> admit(std::string_view markdown, const Limits& limits);

} // namespace markup
