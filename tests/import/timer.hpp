// Says at the end of a test how long it took: to be read, never checked.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>

namespace testing {

class Timer {
  public:
    explicit Timer(std::string what) : what_(std::move(what)) {}
    ~Timer() {
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun_;
        std::printf("%s: %.1f s\n", what_.c_str(), took.count());
    }
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;

  private:
    std::string what_;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

} // namespace testing
