#include "standards/register/routes.hpp"

#include "standards/register/api.hpp"
#include "standards/register/handlers.hpp"

namespace standards {

std::vector<site::Route> register_routes() {
    using site::Door;
    using site::get;
    using site::post;
    return {
        get("/standards", show_register, Door::anyone),
        get("/standards/feed.atom", show_feed, Door::anyone),
        get("/standards/{}", show_standard, Door::anyone),
        get("/standards/{}/versions/{}", show_version, Door::anyone),
        get("/standards/{}/compare", compare_versions, Door::anyone),

        get("/standards/{}/adoption", show_adoption),
        post("/standards/{}/adoption", post_adoption),
        get("/standards/{}/retire", show_retire),
        post("/standards/{}/retire", post_retire),
        post("/standards/{}/revise", post_revise),

        get("/api/v1/standards", api::list_standards, Door::anyone),
        get("/api/v1/standards/{}", api::show_standard, Door::anyone),
        get("/api/v1/standards/{}/adoption", api::show_adoption),
        site::put("/api/v1/standards/{}/adoption", api::save_adoption),
    };
}

} // namespace standards
