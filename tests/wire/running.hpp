// A server that runs for a test, on a free port of the loopback, with a handler that tells what it was asked.
#pragma once

#include "server/beast/server.hpp"
#include "tests/wire/client.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace wire {

using server::Method;
using server::Request;
using server::Response;
using server::beast::Application;
using server::beast::Limits;
using server::beast::Settings;

/// "POST /path?query\n" and the body.
inline Response echo(Request&& request, std::size_t) {
    std::string said(base::enum_text(request.method));
    said += ' ' + request.path;
    if (!request.query.empty()) said += '?' + request.query;
    return server::text(said + '\n' + request.body);
}

class Running {
  public:
    explicit Running(Application application = {.handler = echo, .body_limit = {}, .problem = {}},
                     const Limits& limits = {}, std::size_t workers = 2, std::size_t io_threads = 1)
        : server_({.address = "127.0.0.1",
                   .port = 0,
                   .workers = workers,
                   .io_threads = io_threads,
                   .limits = limits},
                  std::move(application)),
          thread_([this] { server_.run(); }) {}
    ~Running() {
        server_.stop();
        wait();
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    void stop() { server_.stop(); }
    /// Until run() has returned.
    void wait() {
        if (thread_.joinable()) thread_.join();
    }
    [[nodiscard]] Client connect(const char* from = "127.0.0.1") const {
        return Client(server_.port(), from);
    }
    [[nodiscard]] server::beast::Load load() const { return server_.load(); }
    /// Waits until that is so.
    void until(const std::function<bool(server::beast::Load)>& so) const {
        while (!so(server_.load()))
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }

  private:
    server::beast::Server server_;
    std::thread thread_;
};

/// A server whose handler is that function, with everything else as usual.
inline Application handled_by(std::function<Response(Request&&, std::size_t)> handler) {
    return {.handler = std::move(handler), .body_limit = {}, .problem = {}};
}

/// A door in a handler: requests wait at it until the test opens it.
class Gate {
  public:
    void pass() {
        std::unique_lock lock(mutex_);
        ++inside_;
        changed_.notify_all();
        changed_.wait(lock, [&] { return open_; });
    }
    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }
    /// Until so many have come to it.
    void wait_for(std::size_t count) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return inside_ >= count; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t inside_ = 0;
    bool open_ = false;
};

} // namespace wire
