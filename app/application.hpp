// The whole program but for the socket: a request goes in, a response comes out. The server calls it from its
// workers, the tests call it straight.
#pragma once

#include "app/answer_cache.hpp"
#include "app/metrics.hpp"
#include "app/settings.hpp"
#include "members/services.hpp"
#include "server/router.hpp"
#include "site/route.hpp"
#include "store/database.hpp"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

class Application {
  public:
    Application(store::Database& database, const Settings& settings, base::Clock clock, base::Random random);

    /// Answers one request. `worker` is the calling thread's number, below settings.workers: each has its own
    /// connection. Never throws.
    server::Response handle(server::Request&& request, std::size_t worker);

    /// Puts right who asks, where a proxy that may be believed stands before the program: `remote` and
    /// `secure`.
    void believe_proxy(server::Request& request) const;

    /// The answer that was made for the same request from the data as it is; nothing where a worker must make
    /// it. Quick, and from any thread.
    std::optional<server::Response> kept(const server::Request& request);

    /// The largest body that a request with this head may have, in bytes.
    [[nodiscard]] static std::size_t body_limit(const server::Request& head);
    /// What the socket's edge refuses by itself (400, 408, 413, 503 …), in words or as problem+json.
    [[nodiscard]] static server::Response edge_problem(int status, bool api);

    [[nodiscard]] const std::vector<site::Route>& routes() const { return routes_; }
    [[nodiscard]] const site::Services& services() const { return services_; }

  private:
    server::Response answer_or_kept(const server::Request& request, std::size_t worker,
                                    const std::string& request_id);
    server::Response answer(const server::Request& request, std::size_t worker,
                            const std::string& request_id);

    Settings settings_;
    site::Services services_;
    members::Passwords passwords_;
    members::RateLimiter limiter_;
    members::Services members_;
    Metrics metrics_;
    AnswerCache answers_;
    std::vector<site::Route> routes_;
    server::Router router_;
    std::vector<std::unique_ptr<store::Connection>> connections_; // one a worker
    std::atomic<std::uint64_t> requests_ = 0;
    std::string run_id_; // tells the request ids of one run of the program from those of the next
};

} // namespace app
