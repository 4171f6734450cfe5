// What every comparison must hold, for tests: both texts can be read from it, and it says where they differ.
#pragma once

#include "markup/compare.hpp"

#include <string>
#include <string_view>

namespace sound_comparison {

/// "" where the comparison is one of these two texts, with whatever context; else a sentence that says what
/// does not hold. The texts are UTF-8.
std::string fault_in(const markup::Comparison& comparison, std::string_view before, std::string_view after);

} // namespace sound_comparison
