// A few threads and a short queue for work that is heavy on purpose. Who comes when the queue is full is told
// so at once, so that the rest of the program goes on.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace members {

class WorkPool {
  public:
    WorkPool(std::size_t threads, std::size_t waiting);
    /// Finishes what was taken on.
    ~WorkPool();
    WorkPool(const WorkPool&) = delete;
    WorkPool& operator=(const WorkPool&) = delete;

    /// Runs the job on the pool and waits for its end; what it throws is passed on. False, at once and
    /// without running it, when every thread is busy and the queue is full.
    [[nodiscard]] bool run(const std::function<void()>& job);

  private:
    struct Job;
    void work();

    std::size_t most_;
    std::mutex mutex_;
    std::condition_variable work_waits_;
    std::condition_variable jobs_done_;
    std::deque<Job*> queue_;
    std::size_t running_ = 0;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

} // namespace members
