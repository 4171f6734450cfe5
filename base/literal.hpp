// A string literal that can be a template argument: SQL and HTML are given so, and are known before the
// program runs.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace base {

template <std::size_t N> struct Literal {
    char text[N]{};

    consteval Literal(const char (&literal)[N]) {
        std::copy_n(literal, N, text);
    } // NOLINT: implicit by purpose
    [[nodiscard]] constexpr std::string_view view() const { return {text, N - 1}; }
};

} // namespace base
