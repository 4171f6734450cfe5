#include "store/database.hpp"

#include "base/log.hpp"
#include "store/failure.hpp"

#include <utility>

namespace store {

Database::Database(std::filesystem::path file, std::span<const Migration> steps)
    : file_(std::move(file)), connection_(file_, Access::write), writer_(connection_, rest_) {
    migrate(connection_, steps);
    thread_ = std::thread([this] { work(); });
}

Database::~Database() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    work_waits_.notify_one();
    thread_.join();
}

std::unique_ptr<Connection> Database::open_reader() const {
    return std::make_unique<Connection>(file_, Access::read);
}

void Database::write_later(std::function<void(Writer&)> job) {
    auto later = std::make_shared<Job>();
    later->durable = false;
    later->run = [job = std::move(job)](Writer& writer) { return job(writer), true; };
    {
        const std::scoped_lock lock(mutex_);
        queue_.push_back(std::move(later));
    }
    work_waits_.notify_one();
}

void Database::run_and_wait(Job& job) {
    // The caller's stack holds the job and outlives it, because it waits here: no copy, no ownership.
    std::shared_ptr<Job> borrowed(&job, [](Job*) {});
    std::unique_lock lock(mutex_);
    queue_.push_back(std::move(borrowed));
    work_waits_.notify_one();
    jobs_done_.wait(lock, [&] { return job.done; });
    if (job.failure) std::rethrow_exception(job.failure);
}

void Database::work() {
    std::deque<std::shared_ptr<Job>> batch;
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            work_waits_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
            if (queue_.empty()) return;
            std::swap(batch, queue_);
        }
        run_batch(batch);
        {
            const std::scoped_lock lock(mutex_);
            for (const auto& job : batch)
                job->done = true;
        }
        jobs_done_.notify_all();
        batch.clear();
        bound_log();
    }
}

void Database::run_batch(std::deque<std::shared_ptr<Job>>& batch) {
    try {
        connection_.run<"BEGIN IMMEDIATE">();
        for (const auto& job : batch)
            run_one(*job);
        writer_.finish();
        connection_.run<"COMMIT">();
        version_.fetch_add(1, std::memory_order_release);
    } catch (...) {
        // The commit, or the transaction under a job, failed: nothing of the batch is kept, and everybody
        // hears why.
        const auto failure = std::current_exception();
        rest_.work.clear();
        try {
            if (connection_.in_transaction()) connection_.run<"ROLLBACK">();
        } catch (const Failure& rollback) {
            base::log("rollback_failed", {{"reason", rollback.what()}});
        }
        for (const auto& job : batch)
            if (!job->failure) job->failure = failure;
    }
    for (const auto& job : batch)
        if (!job->durable && job->failure) base::log("later_write_failed");
}

void Database::run_one(Job& job) {
    const auto left = rest_.work.size();
    const auto finished = rest_.finished;
    connection_.run<"SAVEPOINT job">();
    bool keep = false;
    try {
        keep = job.run(writer_);
    } catch (...) {
        job.failure = std::current_exception();
    }
    if (!connection_.in_transaction()) throw Failure(0, "the transaction was ended by a failure underneath");
    if (!keep) {
        if (rest_.finished != finished)
            throw Failure(0, "a job was undone with what others left for the end");
        rest_.work.resize(left);
        connection_.run<"ROLLBACK TO job">();
    }
    connection_.run<"RELEASE job">();
}

/// SQLite copies the log into the file by itself as it grows, and then begins it anew; but only when no
/// reader stands in it at that very moment, which under unceasing load may not come. Then this waits for it,
/// shortly.
void Database::bound_log() {
    std::error_code code;
    auto log = file_;
    log += "-wal";
    const auto size = std::filesystem::file_size(log, code);
    if (code || size < log_limit_) return;
    const bool emptied = connection_.empty_log(std::chrono::milliseconds(200));
    // Somebody reads for long (an export, a backup): try again only when it has grown by as much again.
    log_limit_ = emptied ? usual_log_limit : size + usual_log_limit;
    if (!emptied) base::log("log_kept_by_reader", {{"bytes", std::to_string(size)}});
}

} // namespace store
