// The door: accepts connections and gives each to a loop, in turn.
#pragma once

#include "server/beast/loop.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace server::beast {

class Listener {
  public:
    /// Binds and listens, on the first loop. Throws std::system_error.
    Listener(const std::string& address, std::uint16_t port, std::vector<std::unique_ptr<Loop>>& loops);

    [[nodiscard]] std::uint16_t port() const { return port_; }
    /// Begins to accept; from then on everything happens on the first loop's thread.
    void start();
    /// From any thread.
    void stop();

  private:
    void accept();
    void on_accept(Loop& loop, Socket& socket);
    void pause();

    std::vector<std::unique_ptr<Loop>>& loops_;
    boost::asio::ip::tcp::acceptor acceptor_;
    boost::asio::steady_timer timer_;
    std::uint16_t port_ = 0;
    std::size_t turn_ = 0;
};

} // namespace server::beast
