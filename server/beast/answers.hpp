// The application's functions, made safe to call: whatever they throw is logged and becomes a 500.
#pragma once

#include "server/beast/server.hpp"

#include <optional>

namespace server::beast {

/// Runs the handler.
Response answer(const Application& application, Request&& request, std::size_t worker);
/// The answer that is at hand; nothing where there is none, or where looking for it failed.
std::optional<Response> kept(const Application& application, const Request& request);
/// The response for an error of the protocol or of the load.
Response problem(const Application& application, int status, bool api);
/// Puts right who asks; false where that failed.
bool arrived(const Application& application, Request& head);
/// How large the body may be; nothing where asking for it failed.
std::optional<std::size_t> body_limit(const Application& application, const Request& head);

} // namespace server::beast
