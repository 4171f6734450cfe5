// The HTTP/1.1 server: sockets on one side, plain functions on the other. One thread moves bytes, a pool of
// workers runs the handler; whatever is malformed, too large, too slow or too much is answered here and never
// reaches the handler. No TLS: that ends at the reverse proxy.
#pragma once

#include "server/beast/limits.hpp"
#include "server/request.hpp"
#include "server/response.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace server::beast {

/// What the application does for the server. Each may throw: that is logged and answered with 500.
struct Application {
    /// Answers a request, on the thread of that worker (0, 1, …), which may block. HEAD is asked for like
    /// GET: the content is counted and not sent.
    std::function<Response(Request&&, std::size_t worker)> handler;
    /// How many bytes the body of this request may have; its header is read, its body not yet. On the I/O
    /// thread, so it must be quick. Without it: 1 MiB.
    std::function<std::size_t(const Request& head)> body_limit;
    /// The page (or problem+json, for the API) of an error that never reached the handler: 400, 408, 413,
    /// 414, 415, 417, 431, 500, 501, 503, 505. On the I/O thread. Without it: a line of plain text.
    std::function<Response(int status, bool api)> problem;
    /// An answer that is at hand without any work; nothing where there is none, and then a worker is asked.
    /// On the I/O thread, so it must be quick. Without it: always nothing.
    std::function<std::optional<Response>(const Request&)> kept{};
    /// Puts right who asks, once a header is read: behind a proxy that is not who connects. On the I/O
    /// thread.
    std::function<void(Request& head)> arrived{};
};

struct Settings {
    std::string address = "127.0.0.1"; // numeric, IPv4 or IPv6
    std::uint16_t port = 0;            // 0: the system picks a free one
    std::size_t workers = 16;          // more than cores, because a writer waits for the disk
    std::size_t io_threads = 1;        // one moves more than the workers of a small machine can make
    Limits limits{};
};

/// What goes on at this moment, for the metrics page.
struct Load {
    std::size_t connections; // open
    std::size_t waiting;     // requests that no worker has taken yet
    std::size_t refused;     // requests and connections answered with 503, since the start
};

class Server {
  public:
    /// Binds and listens; throws std::system_error where that fails. Nothing is answered before run().
    Server(const Settings& settings, Application application);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// Serves, on this thread and the workers, until stop() and all is finished. Once only.
    void run();
    /// Accepts nothing new, lets running requests finish, cuts off what is left after `grace`. From any
    /// thread (but not from within a signal handler); at once, without waiting for the end.
    void stop();
    [[nodiscard]] Load load() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace server::beast
