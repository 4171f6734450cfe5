// What happens to every request before its handler: one visible list of steps, each of which may answer instead.
#pragma once

#include "members/services.hpp"
#include "server/router.hpp"
#include "site/route.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct Settings;

/// What the steps work on.
struct Call {
    site::Context& context;
    const Settings& settings;
    members::Services& members;
    const std::vector<site::Route>& routes;
    const server::Router& router;
    const site::Route* route = nullptr;
    std::vector<std::string> values{}; // what stood at the route's {} places
};

/// Runs the steps and then the handler.
server::Response run_pipeline(Call& call);

/// The headers that every answer carries: content policy, no sniffing, no framing, no referrer to others.
void add_security_headers(const server::Request& request, server::Response& response);

} // namespace app
