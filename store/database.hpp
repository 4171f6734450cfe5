// The data file with its one writer. Jobs of all waiting threads are committed together in one durable
// transaction: each in a savepoint of its own, so that one that fails harms no other, and each waits until
// the commit is on disk.
#pragma once

#include "base/problem.hpp"
#include "store/migration.hpp"
#include "store/writer.hpp"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>

namespace store {

class Database {
  public:
    /// Opens or makes the file, migrates it, and starts the writer. Throws Failure or std::runtime_error.
    Database(std::filesystem::path file, std::span<const Migration> steps);
    /// Finishes every job that was given, then closes.
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// A connection for one thread to read with.
    [[nodiscard]] std::unique_ptr<Connection> open_reader() const;

    /// Runs `job(Writer&)` on the writer and gives its value once it is durable. A base::Result that holds a
    /// Problem, and an exception (passed on), undo all that the job did. Throws Failure when the commit
    /// itself fails.
    template <class Job> auto write(Job&& job) -> std::invoke_result_t<Job&, Writer&>;

    /// Runs the job some time soon without waiting: for what may be lost in a crash (unread marks, last use).
    void write_later(std::function<void(Writer&)> job);

    /// Grows with every commit that this program makes: what was made from the data at one number holds until
    /// the next.
    [[nodiscard]] std::uint64_t version() const { return version_.load(std::memory_order_acquire); }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

  private:
    static constexpr std::uintmax_t usual_log_limit = 96 << 20;

    struct Job {
        std::function<bool(Writer&)> run; // false: undo what it did
        bool durable = true;              // somebody waits for it
        bool done = false;
        std::exception_ptr failure{};
    };

    void run_and_wait(Job& job);
    void work();
    void run_batch(std::deque<std::shared_ptr<Job>>& batch);
    void run_one(Job& job);
    void bound_log();

    std::filesystem::path file_;
    Connection connection_;
    Writer::Rest rest_;
    Writer writer_;
    std::atomic<std::uint64_t> version_ = 1;
    std::uintmax_t log_limit_ = usual_log_limit; // of the write-ahead log, in bytes

    std::mutex mutex_;
    std::condition_variable work_waits_;
    std::condition_variable jobs_done_;
    std::deque<std::shared_ptr<Job>> queue_;
    bool stopping_ = false;
    std::thread thread_;
};

namespace detail {

template <class T> constexpr bool is_result = false;
template <class T> constexpr bool is_result<base::Result<T>> = true;

} // namespace detail

template <class JobFunction>
auto Database::write(JobFunction&& job) -> std::invoke_result_t<JobFunction&, Writer&> {
    using Value = std::invoke_result_t<JobFunction&, Writer&>;
    Job waiting;
    if constexpr (std::is_void_v<Value>) {
        waiting.run = [&](Writer& writer) { return job(writer), true; };
        run_and_wait(waiting);
    } else {
        std::optional<Value> value;
        waiting.run = [&](Writer& writer) {
            value.emplace(job(writer));
            if constexpr (detail::is_result<Value>) return value->has_value();
            return true;
        };
        run_and_wait(waiting);
        return *std::move(value);
    }
}

} // namespace store
