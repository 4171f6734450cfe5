#include "server/beast/connection.hpp"

#include "server/beast/answers.hpp"
#include "server/beast/loop.hpp"
#include "server/network.hpp"

#include <boost/asio/buffer.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace server::beast {

namespace net = boost::asio;

namespace {

/// So many connections above one client's share are told so; those beyond are just closed.
constexpr std::size_t most_told = 32;
constexpr std::size_t read_ahead = 128 * 1024; // the most of a body (or of the next requests) kept unparsed

/// The address in its shortest form: an IPv4 client of an IPv6 socket is an IPv4 client.
std::string address_of(const net::ip::tcp::endpoint& peer) {
    const auto address = peer.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return net::ip::make_address_v4(net::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

} // namespace

Connection::Connection(Socket&& socket, Loop& loop, std::size_t index)
    : socket_(std::move(socket)), loop_(loop), index_(index),
      buffer_(loop.shared().limits.header_bytes + read_ahead), scan_(loop.shared().limits.header_bytes) {
    Shared& shared = loop_.shared();
    ++shared.connections;
    Code code;
    remote_ = address_of(socket_.remote_endpoint(code));
    peer_ = network_of(remote_);
    of_peer_ = shared.connections_of.give(peer_, 1);
}

Connection::~Connection() {
    forget_request();
    loop_.shared().connections_of.take_back(peer_, 1);
    --loop_.shared().connections;
}

void Connection::start() {
    Code code;
    socket_.set_option(net::ip::tcp::no_delay(true), code);
    if (code || loop_.stopping()) return close();
    Shared& shared = loop_.shared();
    if (of_peer_ > shared.limits.connections_of_one) return turn_away();
    if (shared.connections > shared.limits.connections && !loop_.make_room(*this)) return turn_away();
    next_request();
}

void Connection::turn_away() {
    Shared& shared = loop_.shared();
    response_ = shared.busy(false);
    if (of_peer_ > shared.limits.connections_of_one + most_told) return close();
    keep_alive_ = false;
    respond();
}

void Connection::work(const Application& application, std::size_t worker) {
    response_ = answer(application, std::move(request_), worker);
    loop_.deliver(shared_from_this());
}

void Connection::answered() {
    if (state_ == State::working) respond();
}

void Connection::time_out() {
    deadline_ = Clock::time_point::max();
    if (state_ != State::head && state_ != State::body) return close();
    late_ = true;
    Code code;
    socket_.cancel(code);
}

void Connection::wind_down() {
    if (state_ == State::idle) close();
}

void Connection::close() {
    if (state_ == State::closed) return;
    state_ = State::closed;
    Code code;
    socket_.close(code);
    loop_.remove(*this);
}

void Connection::refuse(int status) {
    keep_alive_ = false;
    response_ = status == 503 ? loop_.shared().busy(api_) : problem(loop_.shared().application, status, api_);
    respond();
}

void Connection::respond() {
    const bool stays = keep_alive_ && !loop_.stopping();
    const bool must_say_so = parser_ && !parser_->is_http_1_1();
    keep_alive_ = stays;
    write_head(head_, response_, loop_.date(),
               !stays        ? Persistence::close
               : must_say_so ? Persistence::keep_alive
                             : Persistence::none);
    if (!content_wanted_ || !may_have_body(response_.status)) {
        response_.body.clear();
        response_.fixed_body = {};
        response_.shared_body.reset();
    }
    state_ = State::writing;
    transfer_began_ = Clock::now();
    written_ = 0;
    write();
}

void Connection::write() {
    const Limits& limits = loop_.shared().limits;
    const auto slowest =
        transfer_began_ + limits.write_timeout + std::chrono::seconds(written_ / limits.slowest);
    deadline_ = std::min(slowest, Clock::now() + limits.standstill);
    const auto content = response_.content();
    const std::size_t of_content = written_ > head_.size() ? written_ - head_.size() : 0;
    const std::array<net::const_buffer, 2> rest{net::buffer(head_) + written_,
                                                net::buffer(content.data(), content.size()) + of_content};
    socket_.async_write_some(
        rest, [self = shared_from_this()](Code code, std::size_t bytes) { self->on_written(code, bytes); });
}

void Connection::on_written(Code code, std::size_t bytes) {
    if (state_ == State::closed) return;
    if (code) return close();
    written_ += bytes;
    if (written_ < head_.size() + response_.content().size()) return write();
    forget_request();
    keep_alive_ ? next_request() : linger();
}

void Connection::linger() {
    // A socket that is closed while bytes from the client lie unread resets the connection, and the client
    // may lose the response that it has not read yet (RFC 9112 section 9.6).
    Code code;
    socket_.shutdown(Socket::shutdown_send, code);
    if (code) return close();
    state_ = State::lingering;
    deadline_ = Clock::now() + loop_.shared().limits.linger;
    discard();
}

void Connection::discard() {
    socket_.async_read_some(net::buffer(loop_.rubbish().data(), loop_.rubbish().size()),
                            [self = shared_from_this()](Code code, std::size_t) {
                                if (self->state_ == State::closed) return;
                                code ? self->close() : self->discard();
                            });
}

void Connection::forget_request() {
    if (body_held_ > 0) loop_.shared().release(client_, body_held_);
    body_held_ = 0;
    // Moved out, because an empty value assigned would leave a string its memory.
    const Request request = std::move(request_);
    const Response response = std::move(response_);
    request_ = {};
    response_ = {};
}

} // namespace server::beast
