#include "app/on_the_clock.hpp"

#include "base/log.hpp"
#include "standards/ballots/settling.hpp"

#include <functional>

namespace app {
namespace {

/// What fails is said, and tried again in a minute or at the next start.
void attempt(const std::function<void()>& work) {
    try {
        work();
    } catch (const std::exception& error) {
        base::log("clock_failed", {{"reason", error.what()}});
    }
}

} // namespace

OnTheClock::OnTheClock(store::Database& database, base::Clock clock)
    : database_(database), clock_(std::move(clock)) {
    attempt([&] { standards::tidy_keys(database_); });
    thread_ = std::thread([this] { run(); });
}

OnTheClock::~OnTheClock() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    stop_.notify_all();
    thread_.join();
}

void OnTheClock::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        lock.unlock();
        attempt([&] { standards::settle_on_clock(database_, clock_()); });
        lock.lock();
        stop_.wait_for(lock, std::chrono::minutes(1), [this] { return stopping_; });
    }
}

} // namespace app
