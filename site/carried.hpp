// Which fields of a form are no words of anybody's, for whoever shows what was written back.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace site {

/// Whether a form carries the field along by itself: what it was drawn from, and what it is recognised by.
inline bool is_carried(std::string_view field) {
    constexpr std::array<std::string_view, 7> carried{
        "forgery_token", "key", "base_revision", "revision", "seen", "proof", "act"};
    return field.ends_with("_before") || std::ranges::find(carried, field) != carried.end();
}

} // namespace site
