// What /metrics tells: counts and times of answers, in Prometheus's text format (version 0.0.4).
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

namespace app {

class Metrics {
  public:
    void count(int status, std::chrono::nanoseconds took);
    /// The exposition; `data_version` is the number of commits since the start.
    [[nodiscard]] std::string text(std::uint64_t data_version) const;

  private:
    static constexpr std::array<std::int64_t, 8> bounds_us{100,    300,    1'000,   3'000,
                                                           10'000, 30'000, 100'000, 1'000'000};

    std::array<std::atomic<std::uint64_t>, 6> by_class_{}; // 1xx … 5xx at their first digit
    std::array<std::atomic<std::uint64_t>, bounds_us.size() + 1> buckets_{};
    std::atomic<std::uint64_t> total_us_ = 0;
};

} // namespace app
