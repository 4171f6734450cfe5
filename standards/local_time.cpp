#include "standards/local_time.hpp"

#include "base/text.hpp"

namespace standards {
namespace {

std::optional<std::chrono::minutes> time_of_day(std::string_view time) {
    if (time.size() != 5 || time[2] != ':') return std::nullopt;
    const auto hour = base::parse_int(time.substr(0, 2));
    const auto minute = base::parse_int(time.substr(3));
    if (!hour || !minute || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59) return std::nullopt;
    return std::chrono::hours(*hour) + std::chrono::minutes(*minute);
}

} // namespace

std::optional<base::Time> local_time(std::string_view date, std::string_view time, std::string_view zone) {
    constexpr std::chrono::hours day(24);
    constexpr std::chrono::hours night_ends(4); // clocks are set at night: after it, count back from midnight
    const auto begin = base::start_of_day(date, zone);
    const auto clock = time_of_day(time);
    const auto midnight = base::parse_iso_time(date);
    if (!begin || !clock || !midnight) return std::nullopt;
    const auto end = base::start_of_day(base::iso_time(*midnight + day).substr(0, 10), zone);
    if (!end || *clock < night_ends) return *begin + *clock;
    return *end - (day - *clock);
}

std::string day_ahead(base::Time now, int days) {
    return base::iso_time(now + std::chrono::days(days)).substr(0, 10);
}

} // namespace standards
