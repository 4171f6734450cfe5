#include "server/beast/workers.hpp"

#include <utility>

namespace server::beast {

Workers::Workers(std::size_t count, std::size_t most_waiting, Run run)
    : most_waiting_(most_waiting), run_(std::move(run)), workers_(count) {
    for (std::size_t number = 0; number < count; ++number)
        workers_[number].thread = std::thread([this, number] { work(number); });
}

Workers::~Workers() {
    stop();
}

bool Workers::offer(const Job& job) {
    Worker* next = nullptr;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() >= most_waiting_ || stopping_) return false;
        waiting_.push_back(job);
        next = next_to_wake();
    }
    if (next) next->wake.notify_one();
    return true;
}

void Workers::stop() {
    std::deque<Job> dropped; // destroyed after the lock
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        dropped.swap(waiting_);
    }
    for (auto& worker : workers_) {
        worker.wake.notify_one();
        if (worker.thread.joinable()) worker.thread.join();
    }
}

std::size_t Workers::waiting() const {
    const std::lock_guard lock(mutex_);
    return waiting_.size();
}

Workers::Worker* Workers::next_to_wake() {
    if (waking_ || waiting_.empty() || idle_.empty()) return nullptr;
    Worker& next = workers_[idle_.back()];
    idle_.pop_back();
    waking_ = next.called = true;
    return &next;
}

void Workers::sleep(std::size_t number, std::unique_lock<std::mutex>& lock) {
    Worker& self = workers_[number];
    idle_.push_back(number);
    self.wake.wait(lock, [&] { return self.called || stopping_; });
    self.called = false;
    waking_ = false;
}

void Workers::work(std::size_t number) {
    std::unique_lock lock(mutex_);
    for (;;) {
        while (waiting_.empty() && !stopping_)
            sleep(number, lock);
        if (stopping_) return;
        Job job = std::move(waiting_.front());
        waiting_.pop_front();
        Worker* next = next_to_wake();
        lock.unlock();
        if (next) next->wake.notify_one();
        run_(std::move(job), number);
        lock.lock();
    }
}

} // namespace server::beast
