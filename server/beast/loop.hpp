// One I/O thread: its event loop, the connections that live on it, and the sweep that ends those which are
// too slow. A connection is touched by its loop's thread alone, so nothing in it needs a lock.
#pragma once

#include "server/beast/connection.hpp"
#include "server/beast/response_head.hpp"
#include "server/beast/shared.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <chrono>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace server::beast {

class Loop {
  public:
    explicit Loop(Shared& shared);

    /// Serves on this thread, until stop() and the last connection has ended.
    void run();
    /// From any thread.
    void stop();
    /// From any thread: the response of this connection is there.
    void deliver(std::shared_ptr<Connection> answered);

    // The rest is for the loop's own thread.
    void add(Socket&& socket);
    void remove(Connection& connection);
    /// Closes some of those that have waited longest for their clients, for the sake of a newcomer. False
    /// where nobody waits.
    bool make_room(const Connection& newcomer);
    [[nodiscard]] bool stopping() const { return stopping_; }
    [[nodiscard]] Shared& shared() { return shared_; }
    [[nodiscard]] boost::asio::io_context& context() { return context_; }
    [[nodiscard]] std::string_view date() { return date_.now(); }
    /// Where bytes are read to that nobody wants.
    [[nodiscard]] std::span<char> rubbish() { return rubbish_; }

  private:
    using Timer = boost::asio::steady_timer;

    void begin_to_stop();
    void end_when_empty();
    void sweep_later();
    void sweep();
    void take_delivered();

    Shared& shared_;
    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> stay_;
    Timer timer_;
    const std::chrono::milliseconds tick_;
    std::vector<std::shared_ptr<Connection>> connections_;
    bool stopping_ = false;
    Timer::time_point cut_off_ = Timer::time_point::max();
    DateCache date_;
    std::array<char, 16 * 1024> rubbish_{};

    std::mutex mutex_;                                   // guards:
    std::vector<std::shared_ptr<Connection>> delivered_; // answered, and not yet taken by the loop
};

} // namespace server::beast
