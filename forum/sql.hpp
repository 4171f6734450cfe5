// Statements that share their columns: literals joined while compiling, so that each is still whole and known
// before the program runs.
#pragma once

#include "base/literal.hpp"

namespace forum {

template <std::size_t N, std::size_t M>
consteval auto joined(const base::Literal<N>& first, const base::Literal<M>& second) {
    char text[N + M - 1]{};
    std::copy_n(first.text, N - 1, text);
    std::copy_n(second.text, M, text + N - 1);
    return base::Literal(text);
}

template <std::size_t N, std::size_t M, std::size_t... More>
consteval auto joined(const base::Literal<N>& first, const base::Literal<M>& second,
                      const base::Literal<More>&... more) {
    return joined(joined(first, second), more...);
}

/// `sql("SELECT …", columns, " WHERE …")`
template <class... Parts> consteval auto sql(const Parts&... parts) {
    return joined(base::Literal(parts)...);
}

} // namespace forum
