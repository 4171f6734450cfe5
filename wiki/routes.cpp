#include "wiki/routes.hpp"

#include "wiki/api.hpp"
#include "wiki/handlers.hpp"

namespace wiki {

std::vector<site::Route> routes() {
    using site::get;
    using site::post;
    return {
        get("/practices", show_practices),
        post("/practices", post_page),
        get("/practices/new", show_new_page),
        get("/practices/areas/{}", show_area),
        post("/practices/areas/{}/watch", post_watch_area),
        post("/practices/areas/{}/unwatch", post_unwatch_area),

        get("/practices/{}", show_page),
        get("/practices/{}/edit", show_edit_page),
        post("/practices/{}/edit", post_edit_page),
        get("/practices/{}/links", show_links),
        post("/practices/{}/watch", post_watch_page),
        post("/practices/{}/unwatch", post_unwatch_page),

        get("/practices/{}/history", show_page_history),
        get("/practices/{}/revisions/{}", show_page_revision),
        get("/practices/{}/compare", show_page_compare),
        get("/practices/{}/revisions/{}/redact", show_redact_page),
        post("/practices/{}/revisions/{}/redact", post_redact_page),
        post("/practices/{}/restore", post_restore_page),

        get("/practices/{}/settings", show_settings),
        // Its forms are sent elsewhere, and shown again there when they are refused.
        get("/practices/{}/rename", find_settings),
        get("/practices/{}/review", find_settings),
        get("/practices/{}/withdraw", find_settings),
        post("/practices/{}/rename", post_rename_page),
        post("/practices/{}/review", post_review_page),
        post("/practices/{}/withdraw", post_withdraw_page),
        post("/practices/{}/return", post_return_page),

        get("/api/v1/areas", api::list_areas),
        get("/api/v1/pages", api::list_pages),
        post("/api/v1/pages", api::create_page),
        get("/api/v1/pages/{}", api::show_page),
        site::put("/api/v1/pages/{}", api::save_page),
        get("/api/v1/pages/{}/revisions", api::list_revisions),
        get("/api/v1/pages/{}/revisions/{}", api::show_revision),
        get("/api/v1/pages/{}/compare", api::compare),
        post("/api/v1/pages/{}/revert", api::revert),
    };
}

} // namespace wiki
