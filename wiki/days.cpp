// A review date is a day, not a moment: its noon UTC falls on the same day from Hawaii to Guam.
#include "base/text.hpp"
#include "wiki/wiki.hpp"

namespace wiki {

std::optional<base::Time> parse_day(std::string_view date) {
    if (date.size() != 10) return std::nullopt;
    const auto midnight = base::parse_iso_time(date);
    if (!midnight) return std::nullopt;
    return *midnight + std::chrono::hours(12);
}

std::string day_text(base::Time day) {
    return base::iso_time(day).substr(0, 10);
}

} // namespace wiki
