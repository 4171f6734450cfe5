// The pages that belong to no slice, because they show several: home, the ways from an answer to a page
// and from a page to a standard, and the program's own (health, metrics, the API's description).
#pragma once

#include "app/metrics.hpp"
#include "app/settings.hpp"
#include "site/context.hpp"

namespace app {

/// What waits for the viewer, then what is new; for a visitor what this is and the way in.
server::Response show_home(site::Context& c);
server::Response show_about(site::Context& c);
server::Response show_accessibility(site::Context& c);
/// The form of a new page, filled with an answer and where it came from.
server::Response show_lift_answer(site::Context& c, base::PostId answer);

/// The form of a new proposal, with a practice page as its evidence.
server::Response show_propose_page(site::Context& c, const std::string& slug);

/// Turns a member's second step at sign-in off, and tells them.
server::Response reset_second_step(site::Context& c, const std::string& handle);

/// 200 while the data can be read.
server::Response show_health(site::Context& c);
/// Prometheus's text format, for this machine or the token of the settings.
server::Response show_metrics(site::Context& c, const Metrics& metrics, const Settings& settings);
/// The OpenAPI 3.1 description of /api/v1.
server::Response show_openapi(site::Context& c);
server::Response show_robots(site::Context& c);
server::Response show_favicon(site::Context& c);

} // namespace app
