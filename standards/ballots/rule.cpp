#include "standards/ballots/rule.hpp"

#include <algorithm>

namespace standards {
namespace {

__extension__ using Wide = __int128;

constexpr std::array<std::string_view, 4> preset_names{"a majority", "two thirds", "three quarters",
                                                       "consensus without declines"};

bool is_fraction(const Threshold& threshold) {
    if (threshold.numerator < 0 || threshold.denominator < 1) return false;
    return threshold.boundary == Boundary::at_least ? threshold.numerator <= threshold.denominator
                                                    : threshold.numerator < threshold.denominator;
}

} // namespace

Threshold threshold(Preset preset) {
    switch (preset) {
    case Preset::majority: return {1, 2, Boundary::more_than};
    case Preset::two_thirds: return {2, 3, Boundary::at_least};
    case Preset::three_quarters: return {3, 4, Boundary::at_least};
    case Preset::consensus: break;
    }
    return {1, 1, Boundary::at_least};
}

bool is_valid(const Rule& rule) {
    const bool asks = rule.approval.numerator > 0 || rule.approval.boundary == Boundary::more_than;
    return is_fraction(rule.quorum) && is_fraction(rule.approval) && asks;
}

std::int64_t needed(const Threshold& threshold, std::int64_t whole) {
    const Wide share = Wide{threshold.numerator} * whole;
    const Wide least = threshold.boundary == Boundary::at_least
                           ? (share + threshold.denominator - 1) / threshold.denominator
                           : share / threshold.denominator + 1;
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(least));
}

bool is_met(const Threshold& threshold, std::int64_t part, std::int64_t whole) {
    const Wide have = Wide{part} * threshold.denominator;
    const Wide share = Wide{threshold.numerator} * whole;
    return part > 0 && (threshold.boundary == Boundary::at_least ? have >= share : have > share);
}

std::string name(const Threshold& given) {
    for (const auto preset : base::all_values<Preset>())
        if (given == threshold(preset)) return std::string(preset_names[static_cast<std::size_t>(preset)]);
    return std::string(given.boundary == Boundary::at_least ? "at least " : "more than ") +
           std::to_string(given.numerator) + "/" + std::to_string(given.denominator);
}

} // namespace standards
