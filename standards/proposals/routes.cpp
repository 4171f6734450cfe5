#include "standards/proposals/routes.hpp"

#include "standards/proposals/api.hpp"
#include "standards/proposals/handlers.hpp"

namespace standards {

std::vector<site::Route> proposal_routes() {
    using site::get;
    using site::post;
    return {
        get("/standards/proposals", show_proposals),
        post("/standards/proposals", post_proposal),
        get("/standards/proposals/new", show_new_proposal),
        post("/standards/proposals/watch", post_watch_ideas),
        post("/standards/proposals/unwatch", post_unwatch_ideas),
        get("/standards/proposals/watch", find_proposals),
        get("/standards/proposals/unwatch", find_proposals),

        get("/standards/proposals/{}", show_proposal),
        get("/standards/proposals/{}/edit", show_edit_proposal),
        post("/standards/proposals/{}/edit", post_edit_proposal),
        post("/standards/proposals/{}/endorse", post_endorse),
        post("/standards/proposals/{}/unendorse", post_unendorse),
        post("/standards/proposals/{}/watch", post_watch_proposal),
        post("/standards/proposals/{}/unwatch", post_unwatch_proposal),
        get("/standards/proposals/{}/authors", show_authors),
        post("/standards/proposals/{}/authors", post_authors),
        get("/standards/proposals/{}/stage", show_stage),
        post("/standards/proposals/{}/stage", post_stage),

        get("/standards/proposals/{}/history", show_proposal_history),
        get("/standards/proposals/{}/revisions/{}", show_proposal_revision),
        get("/standards/proposals/{}/compare", show_proposal_compare),
        post("/standards/proposals/{}/restore", post_restore_proposal),
        get("/standards/proposals/{}/revisions/{}/redact", show_redact_proposal),
        post("/standards/proposals/{}/revisions/{}/redact", post_redact_proposal),

        get("/standards/proposals/{}/comments", show_comments),
        post("/standards/proposals/{}/comments", post_comment),
        get("/standards/proposals/{}/responses", show_responses),
        get("/standards/comments/{}", find_comment_place),
        post("/standards/comments/{}/withdraw", post_withdraw_comment),
        get("/standards/comments/{}/remove", show_remove_words),
        post("/standards/comments/{}/remove", post_remove_words),
        get("/standards/comments/{}/disposition", show_disposition),
        post("/standards/comments/{}/disposition", post_disposition),

        get("/api/v1/proposals", api::list_proposals),
        post("/api/v1/proposals", api::create_proposal),
        get("/api/v1/proposals/{}", api::show_proposal),
        site::put("/api/v1/proposals/{}", api::save_proposal),
        post("/api/v1/proposals/{}/stage", api::change_stage),
        post("/api/v1/proposals/{}/endorsement", api::endorse),
        site::del("/api/v1/proposals/{}/endorsement", api::take_endorsement_back),
        get("/api/v1/proposals/{}/comments", api::list_comments),
        post("/api/v1/proposals/{}/comments", api::create_comment),
        get("/api/v1/comments/{}", api::show_comment),
        site::put("/api/v1/comments/{}/disposition", api::dispose),
        get("/api/v1/proposals/{}/ledger", api::list_ledger),
    };
}

} // namespace standards
