// A closing time as people give it: a day and a time of day on the clock of their own office.
#pragma once

#include "base/clock.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace standards {

/// That moment in the zone; also on the days on which clocks are set forward or back. `date` as "2027-03-01",
/// `time` as "17:00"; nothing where one of them is none.
std::optional<base::Time> local_time(std::string_view date, std::string_view time, std::string_view zone);

/// The day so many days after `now`, as a date field takes it.
std::string day_ahead(base::Time now, int days);

} // namespace standards
