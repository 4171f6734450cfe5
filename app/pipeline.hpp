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

/// What guards every answer of ours in a browser, also those that no handler made. A header that the answer
/// has already stays. `secure`: it goes out over TLS.
void add_security_headers(server::Response& response, bool secure);

/// The path for the log. An invitation's path is its secret.
std::string loggable(std::string_view path);

} // namespace app
