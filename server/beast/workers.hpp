// The threads that run the handler, and the bounded queue before them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace server::beast {

class Connection;

/// Requests are served in the order in which they came. Of the idle workers the one that slept least is
/// woken, since its stack, its database connection and its statements are still in the caches; and one at a
/// time, so that a burst of short requests does not set all threads upon two cores: each that wakes and
/// sees more work wakes the next.
class Workers {
  public:
    using Job = std::shared_ptr<Connection>;
    /// Called with a job and the worker's number. It must not throw.
    using Run = std::function<void(Job, std::size_t worker)>;

    Workers(std::size_t count, std::size_t most_waiting, Run run);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// From any thread. False when the queue is full: then the job is not taken.
    [[nodiscard]] bool offer(const Job& job);
    /// Drops what waits, and returns when what runs has ended.
    void stop();
    [[nodiscard]] std::size_t waiting() const;

  private:
    struct Worker {
        std::thread thread;
        std::condition_variable wake;
        bool called = false;
    };

    void work(std::size_t number);
    void sleep(std::size_t number, std::unique_lock<std::mutex>& lock);
    /// The worker to wake now, chosen under the lock and notified after it; null when there is none.
    Worker* next_to_wake();

    const std::size_t most_waiting_;
    const Run run_;
    mutable std::mutex mutex_;
    std::deque<Job> waiting_;
    std::vector<std::size_t> idle_;
    bool waking_ = false; // a worker has been called and is not up yet
    bool stopping_ = false;
    std::vector<Worker> workers_;
};

} // namespace server::beast
