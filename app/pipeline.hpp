// What happens to a request on its way to its handler: one visible list of steps, each of which may answer
// instead.
#pragma once

#include "app/settings.hpp"
#include "members/guard.hpp"
#include "server/router.hpp"
#include "site/route.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What the steps work on and fill in.
struct Call {
    site::Context& context;
    const Settings& settings;
    const members::Services& members;
    const std::vector<site::Route>& routes;
    const server::Router& router;
    members::Visit visit{};
    const site::Route* route = nullptr;
    std::vector<std::string> values{}; // what stood at the route's {} places
};

/// Runs the steps, then the handler, then what completes every answer: cookies, security headers, ETag,
/// compression.
server::Response run_pipeline(Call& call);

} // namespace app
