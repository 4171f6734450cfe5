#include "app/metrics.hpp"

#include <algorithm>

namespace app {
namespace {

std::string seconds(std::int64_t microseconds) {
    std::string digits = std::to_string(microseconds);
    if (digits.size() < 7) digits.insert(0, 7 - digits.size(), '0');
    return digits.insert(digits.size() - 6, ".");
}

void line(std::string& out, const std::string& name, std::uint64_t value) {
    out += name + ' ' + std::to_string(value) + '\n';
}

} // namespace

void Metrics::count(int status, std::chrono::nanoseconds took) {
    const auto digit = static_cast<std::size_t>(std::clamp(status / 100, 1, 5));
    by_class_[digit].fetch_add(1, std::memory_order_relaxed);
    const std::int64_t us = took.count() / 1000;
    const auto bucket = static_cast<std::size_t>(std::ranges::lower_bound(bounds_us, us) - bounds_us.begin());
    buckets_[bucket].fetch_add(1, std::memory_order_relaxed);
    total_us_.fetch_add(static_cast<std::uint64_t>(us), std::memory_order_relaxed);
}

std::string Metrics::text(std::uint64_t data_version) const {
    std::string out = "# TYPE cohort_responses_total counter\n";
    for (std::size_t digit = 1; digit <= 5; ++digit)
        line(out, "cohort_responses_total{class=\"" + std::to_string(digit) + "xx\"}", by_class_[digit]);
    out += "# TYPE cohort_response_seconds histogram\n";
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < bounds_us.size(); ++i)
        line(out, "cohort_response_seconds_bucket{le=\"" + seconds(bounds_us[i]) + "\"}",
             below += buckets_[i]);
    below += buckets_.back();
    line(out, "cohort_response_seconds_bucket{le=\"+Inf\"}", below);
    out += "cohort_response_seconds_sum " + seconds(static_cast<std::int64_t>(total_us_.load())) + '\n';
    line(out, "cohort_response_seconds_count", below);
    out += "# TYPE cohort_commits_total counter\n";
    line(out, "cohort_commits_total", data_version);
    return out;
}

} // namespace app
