#include "search/months.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace search {
namespace {

constexpr int first_year = 1970; // begins a decade, as each step below does in its turn
constexpr int months = 130 * 12; // until the end of 2099
constexpr auto steps = std::to_array<int>({120, 12, 1});

int month_of(base::Time at) {
    using namespace std::chrono;
    const year_month_day day{floor<days>(at)};
    const int month = (static_cast<int>(day.year()) - first_year) * 12 +
                      static_cast<int>(static_cast<unsigned>(day.month())) - 1;
    return std::clamp(month, 0, months - 1);
}

/// The mark of the `step` months that hold this one.
std::string mark_of(int month, int step) {
    const int begin = month - month % step;
    const auto year = std::to_string(first_year + begin / 12);
    if (step == 120) return "decade_" + year;
    if (step == 12) return "year_" + year;
    const int number = begin % 12 + 1;
    return "month_" + year + (number < 10 ? "_0" : "_") + std::to_string(number);
}

} // namespace

std::vector<std::string> month_marks(base::Time at) {
    std::vector<std::string> marks;
    for (const int step : steps)
        marks.push_back(mark_of(month_of(at), step));
    return marks;
}

std::vector<std::string> span_marks(std::optional<base::Time> from, std::optional<base::Time> until) {
    int at = from ? month_of(*from) : 0;
    const int end = std::max(at, until ? month_of(*until - std::chrono::seconds(1)) : months - 1) + 1;
    std::vector<std::string> marks;
    while (at < end) {
        const auto step = *std::find_if(steps.begin(), steps.end(),
                                        [&](int size) { return at % size == 0 && at + size <= end; });
        marks.push_back(mark_of(at, step));
        at += step;
    }
    return marks;
}

} // namespace search
