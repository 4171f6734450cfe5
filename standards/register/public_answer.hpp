// How long what anybody may read is kept in caches.
#pragma once

#include "server/response.hpp"
#include "site/context.hpp"

namespace standards {

/// For visitors without an account shared caches may keep it a minute; what a member sees stays private.
inline server::Response for_everybody(const site::Context& c, server::Response response) {
    if (c.viewer.signed_in() || !c.notice.empty() || response.status != 200) return response;
    response.headers.set("Cache-Control", "public, max-age=60");
    response.headers.add("Vary", c.is_api() ? "Authorization" : "Cookie");
    return response;
}

} // namespace standards
