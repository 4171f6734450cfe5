// One spelling for each enum value, used by the database, the API, the forms and the pages alike.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace base {

/// An enum whose header declares beside it, for argument-dependent lookup,
/// `constexpr auto enum_names(Color) { return std::array<std::string_view, 2>{"red", "green"}; }`
/// with the names in the order of the values, which count up from 0.
template <class E>
concept NamedEnum = std::is_enum_v<E> && requires(E e) { enum_names(e).size(); };

/// The name of a value.
template <NamedEnum E> constexpr std::string_view enum_text(E value) {
    return enum_names(value)[static_cast<std::size_t>(value)];
}

/// The value of that name, or nothing.
template <NamedEnum E> constexpr std::optional<E> parse_enum(std::string_view text) {
    const auto names = enum_names(E{});
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == text) return static_cast<E>(i);
    return std::nullopt;
}

/// Every value, in order.
template <NamedEnum E> constexpr auto all_values() {
    std::array<E, enum_names(E{}).size()> values{};
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<E>(i);
    return values;
}

} // namespace base
