#include "app/on_the_clock.hpp"

#include "base/log.hpp"
#include "standards/ballots/settling.hpp"

namespace app {
namespace {

void run_once(store::Database& database, base::Time now) {
    try {
        standards::settle_on_clock(database, now);
    } catch (const std::exception& error) {
        base::log("clock_failed", {{"reason", error.what()}}); // and again in a minute
    }
}

} // namespace

OnTheClock::OnTheClock(store::Database& database, base::Clock clock)
    : database_(database), clock_(std::move(clock)), thread_([this] { run(); }) {}

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
        run_once(database_, clock_());
        lock.lock();
        stop_.wait_for(lock, std::chrono::minutes(1), [this] { return stopping_; });
    }
}

} // namespace app
