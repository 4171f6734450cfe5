// How a request is read: its header, what is decided upon it, its body.
#include "server/beast/answers.hpp"
#include "server/beast/connection.hpp"
#include "server/beast/loop.hpp"
#include "server/network.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>

namespace server::beast {

namespace net = boost::asio;

namespace {

constexpr std::size_t usual_read = 4 * 1024; // more than most requests have
constexpr std::size_t body_read = 64 * 1024;
constexpr std::size_t kept_buffer = 16 * 1024; // beyond, an idle connection gives it back

} // namespace

void Connection::next_request() {
    if (buffer_.size() == 0 && loop_.stopping()) return close();
    if (buffer_.size() == 0 && buffer_.capacity() > kept_buffer) buffer_.shrink_to_fit();
    state_ = State::idle;
    deadline_ = Clock::now() + loop_.shared().limits.idle_timeout;
    scan_ = HeadScan(loop_.shared().limits.header_bytes);
    parser_.emplace(request_, loop_.shared().limits);
    api_ = false;
    content_wanted_ = true;
    keep_alive_ = false;
    buffer_.size() > 0 ? take_head() : read();
}

std::string_view Connection::received() const {
    const auto bytes = buffer_.cdata();
    return {static_cast<const char*>(bytes.data()), bytes.size()};
}

void Connection::read() {
    const std::size_t wanted = state_ == State::body ? body_read : usual_read;
    const auto room = buffer_.prepare(std::min(wanted, buffer_.max_size() - buffer_.size()));
    socket_.async_read_some(
        room, [self = shared_from_this()](Code code, std::size_t bytes) { self->on_read(code, bytes); });
}

void Connection::on_read(Code code, std::size_t bytes) {
    if (state_ == State::closed) return;
    buffer_.commit(bytes);
    if (late_) return refuse(408);
    if (code == net::error::eof) return input_ended();
    if (code) return close();
    state_ == State::body ? take_body() : take_head();
}

void Connection::input_ended() {
    state_ == State::idle ? close() : refuse(400);
}

void Connection::take_head() {
    const auto verdict = scan_.scan(received());
    if (state_ == State::idle && scan_.started()) {
        state_ = State::head;
        deadline_ = Clock::now() + loop_.shared().limits.header_timeout;
    }
    switch (verdict) {
    case HeadScan::Verdict::incomplete: return read();
    case HeadScan::Verdict::malformed: return refuse(400);
    case HeadScan::Verdict::too_long: return refuse(scan_.in_request_line() ? 414 : 431);
    case HeadScan::Verdict::complete: break;
    }
    const int refusal = parser_->take_head(received().substr(scan_.begin(), scan_.end() - scan_.begin()));
    buffer_.consume(scan_.end());
    api_ = request_.is_api();
    content_wanted_ = request_.method != Method::head;
    if (refusal != 0) return refuse(refusal);
    keep_alive_ = parser_->keep_alive();
    request_.remote = remote_;
    if (!arrived(loop_.shared().application, request_)) return refuse(500);
    client_ = request_.remote == remote_ ? peer_ : network_of(request_.remote);
    admit_body();
}

void Connection::admit_body() {
    if (parser_->is_done()) return dispatch();
    const auto limit = body_limit(loop_.shared().application, request_);
    if (!limit) return refuse(500);
    if (parser_->content_length().value_or(0) > *limit) return refuse(413);
    parser_->body_limit(*limit);
    state_ = State::body;
    transfer_began_ = Clock::now();
    parser_->expects_continue() && buffer_.size() == 0 ? send_continue() : take_body();
}

void Connection::send_continue() {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    deadline_ = transfer_began_ + loop_.shared().limits.body_timeout;
    net::async_write(socket_, net::buffer(go_on), [self = shared_from_this()](Code code, std::size_t) {
        if (self->state_ == State::closed) return;
        code ? self->close() : self->take_body();
    });
}

void Connection::take_body() {
    const Limits& limits = loop_.shared().limits;
    while (buffer_.size() > 0 && !parser_->is_done()) {
        const std::size_t taken = parser_->take_body(received());
        if (parser_->refusal() != 0) return refuse(parser_->refusal());
        buffer_.consume(taken);
        if (taken == 0) break;
    }
    const std::size_t more = request_.body.size() - body_held_;
    if (more > 0 && !loop_.shared().hold(client_, more)) return refuse(503);
    body_held_ += more;
    if (parser_->is_done()) return dispatch();
    if (buffer_.size() >= limits.header_bytes)
        return refuse(400); // the line of a chunk, or trailers without end
    const auto slowest =
        transfer_began_ + limits.body_timeout + std::chrono::seconds(request_.body.size() / limits.slowest);
    deadline_ = std::min(slowest, Clock::now() + limits.standstill);
    read();
}

void Connection::dispatch() {
    if (auto at_hand = kept(loop_.shared().application, request_)) {
        response_ = *std::move(at_hand);
        return respond();
    }
    state_ = State::working;
    deadline_ = Clock::time_point::max();
    const Work work = request_.is_safe() ? Work::reading : Work::changing;
    if (loop_.shared().workers.offer(shared_from_this(), client_, work)) return;
    response_ = loop_.shared().busy(api_); // read to its end, so the connection may stay
    respond();
}

} // namespace server::beast
