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

/// Joins literals while compiling, so that statements may share their columns and each is still whole and
/// known before the program runs: `columns + "FROM posts p " + joins`.
template <std::size_t N, std::size_t M>
consteval auto operator+(const Literal<N>& first, const Literal<M>& second) {
    char text[N + M - 1]{};
    std::copy_n(first.text, N - 1, text);
    std::copy_n(second.text, M, text + N - 1);
    return Literal(text);
}

template <std::size_t N, std::size_t M>
consteval auto operator+(const Literal<N>& first, const char (&second)[M]) {
    return first + Literal(second);
}

} // namespace base
