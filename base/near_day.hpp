// A day that is near, as people say it: for deadlines.
#pragma once

#include "base/clock.hpp"

namespace base {

/// "today", "tomorrow", "Friday" within a week ahead; else "March 1, 2027". The day is that of the zone; UTC
/// where it is unknown.
std::string near_day(Time at, Time now, std::string_view zone);

} // namespace base
