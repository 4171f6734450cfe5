#include "app/pages.hpp"
#include "base/digest.hpp"
#include "cmake/embedded.hpp"
#include "site/layout.hpp"

namespace app {

server::Response show_health(site::Context& c) {
    c.db.get<int, "SELECT count(*) FROM schema_migrations">();
    auto response = server::text("ok\n");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

server::Response show_metrics(site::Context& c, const Metrics& metrics, const Settings& settings) {
    const bool here =
        !settings.behind_proxy && (c.request.remote == "127.0.0.1" || c.request.remote == "::1");
    const bool has_token = !settings.metrics_token.empty() &&
                           base::equal_in_constant_time(c.request.headers.get("Authorization"),
                                                        "Bearer " + settings.metrics_token);
    if (!here && !has_token) return site::not_found(c);
    auto response = server::text(metrics.text(c.services.database.version()));
    response.headers.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

server::Response show_openapi(site::Context&) {
    server::Response response;
    response.headers.add("Content-Type", "application/json");
    response.headers.add("Cache-Control", "public, max-age=300");
    response.fixed_body = embedded::api().front().data;
    return response;
}

server::Response show_robots(site::Context&) {
    auto response = server::text(
        "User-agent: *\nDisallow: /\nAllow: /standards\nAllow: /ballots/\nDisallow: /standards/proposals\n");
    response.headers.add("Cache-Control", "public, max-age=86400");
    return response;
}

server::Response show_favicon(site::Context&) {
    return server::moved(site::asset("icons/favicon.svg"));
}

} // namespace app
