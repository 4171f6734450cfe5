// What must happen on the clock though nobody asks: ballots close, and their keys are destroyed. Pages do it
// too, when somebody looks first; nothing is wrong when this did not run.
#pragma once

#include "base/clock.hpp"
#include "store/database.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace app {

/// Runs at once and then every minute for as long as it lives.
class OnTheClock {
  public:
    OnTheClock(store::Database& database, base::Clock clock);
    ~OnTheClock();
    OnTheClock(const OnTheClock&) = delete;
    OnTheClock& operator=(const OnTheClock&) = delete;

  private:
    void run();

    store::Database& database_;
    base::Clock clock_;
    std::mutex mutex_;
    std::condition_variable stop_;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace app
