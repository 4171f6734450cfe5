// The threads that run the handler, and the bounded, fair queue before them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace server::beast {

class Connection;

/// Whether a job keeps a processor busy all the time (a page is made) or may wait for the disk (a change).
enum class Work { reading, changing };

/// How much a client may have of the workers.
struct Portions {
    std::size_t waiting;        // of all, in the queue
    std::size_t waiting_of_one; // of one client
    std::size_t
        reading_of_one; // at work at a time: more than there are processors would only crowd out others
    std::size_t changing_of_one;
};

/// The clients take turns, each with its requests in the order in which they came: whoever asks much waits
/// for their own requests, not everybody for theirs. Of the idle workers the one that slept least is woken,
/// since its stack, its database connection and its statements are still in the caches; and one at a time, so
/// that a burst of short requests does not set all threads upon two cores: each that wakes and sees more work
/// wakes the next.
class Workers {
  public:
    using Job = std::shared_ptr<Connection>;
    /// Called with a job and the worker's number. It must not throw.
    using Run = std::function<void(Job, std::size_t worker)>;

    Workers(std::size_t count, const Portions& portions, Run run);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// From any thread. False when the queue is full, for all or for this client: then the job is not taken.
    [[nodiscard]] bool offer(const Job& job, const std::string& client, Work work);
    /// Drops what waits, and returns when what runs has ended.
    void stop();
    [[nodiscard]] std::size_t waiting() const;

  private:
    struct Worker {
        std::thread thread;
        std::condition_variable wake;
        bool called = false;
    };
    struct Waiting {
        Job job;
        Work work;
    };
    struct Client {
        std::deque<Waiting> waiting;
        std::size_t reading = 0; // at work
        std::size_t changing = 0;
        bool has_turn = false; // stands in turns_
    };
    using Clients = std::unordered_map<std::string, Client>;

    void work(std::size_t number);
    void sleep(std::size_t number, std::unique_lock<std::mutex>& lock);
    /// The worker to wake now, chosen under the lock and notified after it; null when there is none.
    Worker* next_to_wake();
    std::size_t& at_work(Client& client, Work work) {
        return work == Work::reading ? client.reading : client.changing;
    }
    /// Lines the client up where its next job may run.
    void give_turn(Clients::value_type& entry);
    /// After a job of the client's has ended.
    void end_turn(Clients::value_type& entry, Work work);

    const Portions portions_;
    const Run run_;
    mutable std::mutex mutex_;
    Clients clients_; // those of whom something waits or is at work
    std::deque<Clients::value_type*> turns_;
    std::size_t waiting_ = 0;
    std::vector<std::size_t> idle_;
    bool waking_ = false; // a worker has been called and is not up yet
    bool stopping_ = false;
    std::vector<Worker> workers_;
};

} // namespace server::beast
