#include "server/beast/loop.hpp"

#include "base/log.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <exception>

namespace server::beast {

namespace net = boost::asio;

namespace {

/// A sweep that finds a timeout at most a quarter late, and never costs more than four looks a second.
std::chrono::milliseconds sweep_interval(const Limits& limits) {
    const auto shortest = std::min({limits.idle_timeout, limits.header_timeout, limits.body_timeout,
                                    limits.write_timeout, limits.standstill, limits.linger, limits.grace});
    return std::clamp(shortest / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(250));
}

} // namespace

Loop::Loop(Shared& shared)
    : shared_(shared), stay_(context_.get_executor()), timer_(context_),
      tick_(sweep_interval(shared.limits)) {}

void Loop::run() {
    sweep_later();
    for (;;) {
        try {
            context_.run();
            return;
        } catch (const std::exception& error) { // no memory, mostly; what it left behind times out
            base::log("io_failed", {{"error", error.what()}});
        }
    }
}

void Loop::stop() {
    net::post(context_, [this] { begin_to_stop(); });
}

void Loop::begin_to_stop() {
    if (stopping_) return;
    stopping_ = true;
    cut_off_ = Timer::clock_type::now() + shared_.limits.grace;
    const auto connections = connections_; // wind_down() removes
    for (const auto& connection : connections)
        connection->wind_down();
    end_when_empty();
}

void Loop::end_when_empty() {
    if (!stopping_ || !connections_.empty()) return;
    stay_.reset();
    timer_.cancel();
}

void Loop::add(Socket&& socket) {
    const auto connection = std::make_shared<Connection>(std::move(socket), *this, connections_.size());
    connections_.push_back(connection);
    connection->start();
}

void Loop::remove(Connection& connection) {
    const std::size_t at = connection.index();
    if (at + 1 < connections_.size()) {
        std::swap(connections_[at], connections_.back());
        connections_[at]->set_index(at);
    }
    connections_.pop_back();
    end_when_empty();
}

bool Loop::make_room(const Connection& newcomer) {
    std::vector<std::shared_ptr<Connection>> waiting;
    for (const auto& connection : connections_)
        if (connection.get() != &newcomer && connection->waits_for_client()) waiting.push_back(connection);
    if (waiting.empty()) return false;
    // Several at once, so that a flood of newcomers does not cost a search each. The nearest deadline has
    // waited longest, or is out of favour anyway.
    const std::size_t going = waiting.size() / 32 + 1;
    std::ranges::nth_element(waiting, waiting.begin() + static_cast<std::ptrdiff_t>(going) - 1, {},
                             &Connection::deadline);
    for (std::size_t i = 0; i < going; ++i)
        waiting[i]->close();
    return true;
}

void Loop::sweep_later() {
    timer_.expires_after(tick_);
    timer_.async_wait([this](boost::system::error_code code) {
        if (code) return;
        sweep();
        if (!stopping_ || !connections_.empty()) sweep_later();
    });
}

void Loop::sweep() {
    const auto now = Timer::clock_type::now();
    for (std::size_t i = connections_.size();
         i-- > 0;) { // backward, because the last takes a removed one's place
        const auto connection = connections_[i];
        if (now >= cut_off_)
            connection->close();
        else if (now >= connection->deadline())
            connection->time_out();
    }
}

void Loop::deliver(std::shared_ptr<Connection> answered) {
    bool first = false;
    {
        const std::lock_guard lock(mutex_);
        first = delivered_.empty();
        delivered_.push_back(std::move(answered));
    }
    if (first) net::post(context_, [this] { take_delivered(); });
}

void Loop::take_delivered() {
    std::vector<std::shared_ptr<Connection>> delivered;
    {
        const std::lock_guard lock(mutex_);
        delivered.swap(delivered_);
    }
    for (const auto& connection : delivered)
        connection->answered();
}

} // namespace server::beast
