// What long work says on standard error while it runs: how far it is, and what it left out.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace app {

class Progress {
  public:
    /// `what` is counted: "pages". `total` 0: nobody knows how many there will be.
    Progress(std::string what, std::size_t total) : what_(std::move(what)), total_(total) {}

    /// Counts further; says so once a second at most, and at the end of a known total.
    void advance(std::size_t steps = 1);
    /// Something was left out: a line of its own, counted. "guide.md: the text is longer than …"
    void skip(const std::string& where, const std::string& why);

    [[nodiscard]] std::size_t done() const { return done_; }
    [[nodiscard]] std::size_t skipped() const { return skipped_; }

  private:
    std::string what_;
    std::size_t total_;
    std::size_t done_ = 0;
    std::size_t skipped_ = 0;
    std::chrono::steady_clock::time_point said_ = std::chrono::steady_clock::now();
};

} // namespace app
