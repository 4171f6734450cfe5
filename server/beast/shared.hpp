// What all connections of a server have in common.
#pragma once

#include "server/beast/server.hpp"
#include "server/beast/shares.hpp"
#include "server/beast/workers.hpp"

#include <atomic>

namespace server::beast {

struct Shared {
    Shared(const Settings& settings, Application the_application);

    /// The 503 of a moment when there is too much to do. Made once, since it must cost nothing then.
    [[nodiscard]] Response busy(bool api);
    /// Counts `bytes` more of request bodies held for that client; false when they would be too many.
    [[nodiscard]] bool hold(const std::string& client, std::size_t bytes);
    void release(const std::string& client, std::size_t bytes);

    const Limits limits;
    const Application application;
    const Response busy_page;
    const Response busy_json;
    std::atomic<std::size_t> connections{0};
    std::atomic<std::size_t> refused{0};
    std::atomic<std::size_t> bodies{0};
    Shares connections_of{};
    Shares bodies_of{};
    Workers workers;
};

} // namespace server::beast
