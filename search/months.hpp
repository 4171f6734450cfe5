// When a document is from, as marks that the index holds (its month, year and decade, UTC), so that a span of
// time is found in the index and no text outside it is looked at.
#pragma once

#include "base/clock.hpp"

#include <optional>
#include <string>
#include <vector>

namespace search {

/// "month_2027_03", "year_2027", "decade_2020". What is before 1970 counts to its first month, what is after
/// 2099 to its last.
std::vector<std::string> month_marks(base::Time at);

/// The fewest marks that together cover every month which [from, until) touches; at least one.
std::vector<std::string> span_marks(std::optional<base::Time> from, std::optional<base::Time> until);

} // namespace search
