// One client's connection, from its first byte to its last: read a request within its limits, hand it to a
// worker, write the response, and again. In callback style: each step starts one operation on the socket and
// names the step that follows. After any error the connection ends; an ambiguous message is never answered
// two times.
#pragma once

#include "server/beast/head_scan.hpp"
#include "server/beast/request_parser.hpp"
#include "server/beast/server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace server::beast {

class Loop;

/// A socket that knows its event loop by type, which spares an indirection in every operation.
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

class Connection : public std::enable_shared_from_this<Connection> {
  public:
    using Clock = std::chrono::steady_clock;

    Connection(Socket&& socket, Loop& loop, std::size_t index);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start();
    /// Runs the handler and hands the connection back to its loop; the one step on a worker's thread.
    void work(const Application& application, std::size_t worker);
    /// The response is there.
    void answered();
    /// Too late: 408 where a client might still read it, else the end.
    void time_out();
    /// The server stops: ends at once where nothing has been asked, else after the response.
    void wind_down();
    /// Ends, whatever goes on.
    void close();
    /// Whether it waits for its client, and so may have to go when every place is taken.
    [[nodiscard]] bool waits_for_client() const {
        return state_ != State::working && state_ != State::closed;
    }

    [[nodiscard]] Clock::time_point deadline() const { return deadline_; }
    /// The place among the loop's connections.
    [[nodiscard]] std::size_t index() const { return index_; }
    void set_index(std::size_t index) { index_ = index; }

  private:
    enum class State { idle, head, body, working, writing, lingering, closed };
    using Code = boost::system::error_code;

    // connection_read.cpp
    void next_request();
    void read();
    void on_read(Code code, std::size_t bytes);
    void input_ended();
    void take_head();
    void admit_body();
    void send_continue();
    void take_body();
    void dispatch();
    [[nodiscard]] std::string_view received() const;

    // connection.cpp
    void refuse(int status);
    void respond();
    void write();
    void on_written(Code code, std::size_t bytes);
    void linger();
    void discard();
    void forget_request();
    void turn_away();

    Socket socket_;
    Loop& loop_;
    std::size_t index_;
    State state_ = State::idle;
    Clock::time_point deadline_ = Clock::time_point::max();
    Clock::time_point transfer_began_;
    std::size_t of_peer_; // how many connections its peer had when it came
    bool late_ = false;   // the deadline has passed; the read that is being cancelled will see it
    std::string remote_;
    std::string peer_;   // who connects: the network of remote_
    std::string client_; // who asks: the same, or what a proxy says

    boost::beast::flat_buffer buffer_;
    HeadScan scan_;
    Request request_;
    std::optional<RequestParser> parser_;
    std::size_t body_held_ = 0;
    bool api_ = false;
    bool content_wanted_ = true; // not for HEAD
    bool keep_alive_ = false;

    Response response_;
    std::string head_;
    std::size_t written_ = 0;
};

} // namespace server::beast
