#include "server/beast/workers.hpp"

#include <iterator>
#include <utility>

namespace server::beast {

Workers::Workers(std::size_t count, const Portions& portions, Run run)
    : portions_(portions), run_(std::move(run)), workers_(count) {
    for (std::size_t number = 0; number < count; ++number)
        workers_[number].thread = std::thread([this, number] { work(number); });
}

Workers::~Workers() {
    stop();
}

bool Workers::offer(const Job& job, const std::string& client, Work work) {
    Worker* next = nullptr;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_ >= portions_.waiting || stopping_) return false;
        auto& entry = *clients_.try_emplace(client).first;
        if (entry.second.waiting.size() >= portions_.waiting_of_one) return false;
        entry.second.waiting.push_back({job, work});
        ++waiting_;
        give_turn(entry);
        next = next_to_wake();
    }
    if (next) next->wake.notify_one();
    return true;
}

void Workers::stop() {
    std::deque<Waiting> dropped; // destroyed after the lock
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        turns_.clear();
        for (auto& [name, client] : clients_) {
            client.has_turn = false;
            std::move(client.waiting.begin(), client.waiting.end(), std::back_inserter(dropped));
            client.waiting.clear();
        }
        waiting_ = 0;
    }
    for (auto& worker : workers_) {
        worker.wake.notify_one();
        if (worker.thread.joinable()) worker.thread.join();
    }
}

std::size_t Workers::waiting() const {
    const std::lock_guard lock(mutex_);
    return waiting_;
}

Workers::Worker* Workers::next_to_wake() {
    if (waking_ || turns_.empty() || idle_.empty()) return nullptr;
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

void Workers::give_turn(Clients::value_type& entry) {
    auto& client = entry.second;
    if (client.has_turn || client.waiting.empty()) return;
    const Work next = client.waiting.front().work;
    const std::size_t most = next == Work::reading ? portions_.reading_of_one : portions_.changing_of_one;
    if (at_work(client, next) >= most) return;
    client.has_turn = true;
    turns_.push_back(&entry);
}

void Workers::end_turn(Clients::value_type& entry, Work work) {
    auto& client = entry.second;
    --at_work(client, work);
    give_turn(entry);
    if (client.waiting.empty() && client.reading + client.changing == 0)
        clients_.erase(clients_.find(entry.first));
}

void Workers::work(std::size_t number) {
    std::unique_lock lock(mutex_);
    for (;;) {
        while (turns_.empty() && !stopping_)
            sleep(number, lock);
        if (stopping_) return;
        auto& entry = *turns_.front();
        turns_.pop_front();
        auto& client = entry.second;
        Waiting next = std::move(client.waiting.front());
        client.waiting.pop_front();
        client.has_turn = false;
        --waiting_;
        ++at_work(client, next.work);
        give_turn(entry);
        Worker* other = next_to_wake();
        lock.unlock();
        if (other) other->wake.notify_one();
        run_(std::move(next.job), number);
        lock.lock();
        end_turn(entry, next.work);
    }
}

} // namespace server::beast
