#include "members/rate_limit.hpp"

#include <algorithm>
#include <functional>
#include <string>

namespace members {
namespace {

std::size_t key_of(Act act, std::size_t rate, std::string_view who) {
    std::string text{static_cast<char>(act), static_cast<char>(rate)};
    text += who;
    return std::hash<std::string>{}(text);
}

/// From when the bucket that is empty at `empty_at` counts on. One that is fuller than full says that the
/// clock was set back since: it is forgotten, or everybody would wait until the clock has caught up.
std::int64_t counted_from(std::int64_t empty_at, std::int64_t at, std::int64_t whole) {
    return empty_at > at + whole ? at : std::max(empty_at, at);
}

tl::unexpected<base::Problem> too_many(std::int64_t milliseconds) {
    base::Problem problem{base::ProblemKind::too_many, ""};
    problem.retry_after = static_cast<int>((milliseconds + 999) / 1000);
    problem.detail =
        "That was a lot in a short time. Try again in " +
        (problem.retry_after < 90 ? std::to_string(problem.retry_after) + " seconds."
                                  : std::to_string((problem.retry_after + 59) / 60) + " minutes.");
    return base::fail(std::move(problem));
}

} // namespace

RateLimiter::RateLimiter(RateLimits limits) : limits_(std::move(limits)) {}

base::Result<> RateLimiter::take(Act act, std::string_view who, base::Time now) {
    const Milliseconds at = now.time_since_epoch().count() * 1000;
    const auto& rates = limits_.of(act);
    const std::scoped_lock lock(mutex_);
    Milliseconds wait = 0;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        const auto found = empty_at_.find(key_of(act, i, who));
        if (found == empty_at_.end()) continue;
        const Milliseconds whole = rates[i].seconds * Milliseconds{1000};
        wait = std::max(wait, counted_from(found->second, at, whole) + whole / rates[i].count - whole - at);
    }
    if (wait > 0) return too_many(wait);
    if (empty_at_.size() + rates.size() > limits_.most_buckets) make_room(at);
    for (std::size_t i = 0; i < rates.size(); ++i) {
        Milliseconds& empty_at = empty_at_[key_of(act, i, who)];
        const Milliseconds whole = rates[i].seconds * Milliseconds{1000};
        empty_at = counted_from(empty_at, at, whole) + whole / rates[i].count;
    }
    return {};
}

std::size_t RateLimiter::buckets() const {
    const std::scoped_lock lock(mutex_);
    return empty_at_.size();
}

/// Forgets the empty buckets; where that frees less than a quarter, also those that are empty soonest.
void RateLimiter::make_room(Milliseconds now) {
    std::erase_if(empty_at_, [&](const auto& bucket) { return bucket.second <= now; });
    const std::size_t wanted = limits_.most_buckets * 3 / 4;
    if (empty_at_.size() <= wanted) return;
    std::vector<Milliseconds> times;
    for (const auto& [key, empty_at] : empty_at_)
        times.push_back(empty_at);
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() - wanted);
    std::nth_element(times.begin(), middle, times.end());
    std::erase_if(empty_at_, [&](const auto& bucket) { return bucket.second < *middle; });
    if (empty_at_.size() > wanted) empty_at_.clear(); // all of one second
}

} // namespace members
