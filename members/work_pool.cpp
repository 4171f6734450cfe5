#include "members/work_pool.hpp"

#include <exception>

namespace members {

/// Lives on the stack of who waits for it.
struct WorkPool::Job {
    const std::function<void()>& run;
    bool done = false;
    std::exception_ptr failure{};
};

WorkPool::WorkPool(std::size_t threads, std::size_t waiting) : most_(threads + waiting) {
    for (std::size_t i = 0; i < threads; ++i)
        threads_.emplace_back([this] { work(); });
}

WorkPool::~WorkPool() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    work_waits_.notify_all();
    for (auto& thread : threads_)
        thread.join();
}

bool WorkPool::run(const std::function<void()>& run) {
    Job job{run};
    std::unique_lock lock(mutex_);
    if (running_ + queue_.size() >= most_) return false;
    queue_.push_back(&job);
    work_waits_.notify_one();
    jobs_done_.wait(lock, [&] { return job.done; });
    if (job.failure) std::rethrow_exception(job.failure);
    return true;
}

void WorkPool::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        work_waits_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
        if (queue_.empty()) return;
        Job& job = *queue_.front();
        queue_.pop_front();
        ++running_;
        lock.unlock();
        try {
            job.run();
        } catch (...) {
            job.failure = std::current_exception();
        }
        lock.lock();
        --running_;
        job.done = true;
        jobs_done_.notify_all();
    }
}

} // namespace members
