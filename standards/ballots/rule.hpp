// By which rule a ballot is decided: two thresholds, each an exact fraction. Whether a threshold is reached
// at equality is said ("at least") or denied ("more than") in the rule itself and never left to rounding.
#pragma once

#include "base/enum_text.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace standards {

enum class Boundary { at_least, more_than };
constexpr auto enum_names(Boundary) {
    return std::array<std::string_view, 2>{"at_least", "more_than"};
}

/// A part of a whole: at least, or more than, numerator / denominator of it.
struct Threshold {
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
    Boundary boundary = Boundary::at_least;

    bool operator==(const Threshold&) const = default;
};

struct Rule {
    Threshold quorum;   // of the seats that did not recuse
    Threshold approval; // of the votes for or against

    bool operator==(const Rule&) const = default;
};

/// The approvals that a steward chooses among.
enum class Preset { majority, two_thirds, three_quarters, consensus };
constexpr auto enum_names(Preset) {
    return std::array<std::string_view, 4>{"majority", "two_thirds", "three_quarters", "consensus"};
}

/// More than a half; at least two thirds; at least three quarters; all of them (no decline).
Threshold threshold(Preset preset);

/// Whether a rule can be met and asks for something: 0 <= numerator <= denominator, not "more than" the
/// whole, and an approval of at least some part.
bool is_valid(const Rule& rule);

/// The least number, and at least 1, that reaches the threshold in a whole of `whole` >= 0.
std::int64_t needed(const Threshold& threshold, std::int64_t whole);
/// Whether `part` reaches the threshold in `whole`, by multiplying crosswise in 128 bits. An empty part never
/// does.
bool is_met(const Threshold& threshold, std::int64_t part, std::int64_t whole);

/// "a majority", "two thirds", "three quarters", "consensus without declines"; else "at least 3/5", "more
/// than 3/5".
std::string name(const Threshold& threshold);

} // namespace standards
