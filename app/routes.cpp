#include "app/routes.hpp"

#include "app/pages.hpp"
#include "forum/routes.hpp"
#include "members/routes.hpp"
#include "notices/routes.hpp"
#include "revisions/routes.hpp"
#include "search/routes.hpp"
#include "site/static_files.hpp"
#include "standards/routes.hpp"
#include "wiki/routes.hpp"

#include <iterator>

namespace app {
namespace {

std::vector<site::Route> own_routes(const Metrics& metrics, const Settings& settings) {
    using site::Door;
    return {
        site::get("/", show_home, Door::anyone),
        site::get("/about", show_about, Door::anyone),
        site::get("/accessibility", show_accessibility, Door::anyone),
        site::get("/forum/posts/{}/lift", show_lift_answer),
        site::get("/practices/{}/propose", show_propose_page),
        site::post("/admin/members/{}/second-step", reset_second_step),
        site::get("/healthz", show_health, Door::anyone),
        site::get(
            "/metrics", [&](site::Context& c) { return show_metrics(c, metrics, settings); }, Door::anyone),
        site::get("/api/v1/openapi.json", show_openapi, Door::anyone),
        site::get("/robots.txt", show_robots, Door::anyone),
        site::get("/favicon.ico", show_favicon, Door::anyone),
        site::get(
            "/static/{}/{...}",
            [](site::Context& c, const std::string& hash, const std::string& name) {
                return site::serve_static(c.request, hash, name);
            },
            Door::anyone),
    };
}

} // namespace

std::vector<site::Route> all_routes(members::Services& members, const Metrics& metrics,
                                    const Settings& settings) {
    std::vector<site::Route> all = own_routes(metrics, settings);
    const auto append = [&](std::vector<site::Route> more) {
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    append(members::routes(members));
    append(revisions::routes());
    append(search::routes());
    append(notices::routes());
    append(forum::routes());
    append(wiki::routes());
    append(standards::routes());
    return all;
}

} // namespace app
