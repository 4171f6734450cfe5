#include "base/near_day.hpp"

#include <date/tz.h>

#include <array>

namespace base {
namespace {

std::chrono::sys_days day_there(Time time, std::string_view zone) {
    auto wall = time.time_since_epoch();
    try {
        const auto* found = date::locate_zone(std::string(zone));
        wall += found->get_info(date::sys_seconds(wall)).offset;
    } catch (const std::runtime_error&) {} // an unknown zone counts as UTC
    return std::chrono::sys_days(std::chrono::floor<std::chrono::days>(wall));
}

} // namespace

std::string near_day(Time at, Time now, std::string_view zone) {
    static constexpr std::array<std::string_view, 7> names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                           "Thursday", "Friday", "Saturday"};
    const auto day = day_there(at, zone);
    const auto ahead = (day - day_there(now, zone)).count();
    if (ahead == 0) return "today";
    if (ahead == 1) return "tomorrow";
    if (ahead > 1 && ahead < 7) return std::string(names[std::chrono::weekday(day).c_encoding()]);
    return exact_date(at, zone);
}

} // namespace base
