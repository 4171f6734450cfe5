#include "server/beast/listener.hpp"

#include "base/log.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>

#include <string>
#include <system_error>
#include <utility>

namespace server::beast {

namespace net = boost::asio;
using net::ip::tcp;

namespace {

/// So many connections above the limit are told so; those beyond are just closed.
constexpr std::size_t most_told = 256;
constexpr std::chrono::milliseconds pause_after_failure{100};

} // namespace

Listener::Listener(const std::string& address, std::uint16_t port, std::vector<std::unique_ptr<Loop>>& loops)
    : loops_(loops), acceptor_(loops.front()->context()), timer_(loops.front()->context()) {
    try {
        const tcp::endpoint where(net::ip::make_address(address), port);
        acceptor_.open(where.protocol());
        acceptor_.set_option(net::socket_base::reuse_address(true));
        acceptor_.bind(where);
        acceptor_.listen();
        port_ = acceptor_.local_endpoint().port();
    } catch (const boost::system::system_error& error) { // which is no std::system_error
        throw std::system_error(error.code(), "cannot listen on " + address + ":" + std::to_string(port));
    }
}

void Listener::start() {
    net::post(acceptor_.get_executor(), [this] { accept(); });
}

void Listener::stop() {
    net::post(acceptor_.get_executor(), [this] {
        boost::system::error_code code;
        acceptor_.close(code);
        timer_.cancel();
    });
}

void Listener::accept() {
    if (!acceptor_.is_open()) return;
    Loop& loop = *loops_[turn_];
    turn_ = (turn_ + 1) % loops_.size();
    acceptor_.async_accept(loop.context(), [this, &loop](boost::system::error_code code, Socket socket) {
        if (!acceptor_.is_open()) return;
        if (code) return pause();
        on_accept(loop, socket);
        accept();
    });
}

void Listener::on_accept(Loop& loop, Socket& socket) {
    Shared& shared = loop.shared();
    if (shared.connections >= shared.limits.connections + most_told) {
        ++shared.refused;
        return; // the socket closes
    }
    net::dispatch(loop.context(),
                  [&loop, socket = std::move(socket)]() mutable { loop.add(std::move(socket)); });
}

void Listener::pause() {
    // The client has gone again, or there are no file descriptors left, which asking at once would not
    // change.
    base::log("accept_failed");
    timer_.expires_after(pause_after_failure);
    timer_.async_wait([this](boost::system::error_code code) {
        if (!code) accept();
    });
}

} // namespace server::beast
