#include "forum/routes.hpp"

#include "forum/handlers.hpp"

namespace forum {

std::vector<site::Route> routes() {
    using site::del, site::get, site::patch, site::post, site::put;
    return {
        // Lists.
        get("/forum", list_threads),
        get("/forum/categories/{}", show_category),
        post("/forum/categories/{}/watch", watch_category),
        post("/forum/categories/{}/unwatch", unwatch_category),
        get("/forum/tags", show_tags),
        get("/forum/tags/{}", show_tag),

        // Threads.
        get("/forum/new", new_thread),
        post("/forum/threads", create_thread),
        get("/forum/threads", find_new_thread),
        get("/forum/threads/{}", find_thread_page),
        get("/forum/threads/{}/withdraw/reason", ask_withdraw_thread),
        get("/forum/threads/{}/{}", show_thread),
        post("/forum/threads/{}/posts", reply_to_thread),
        post("/forum/threads/{}/watch", watch_thread),
        post("/forum/threads/{}/unwatch", unwatch_thread),
        post("/forum/threads/{}/lock", lock_thread),
        post("/forum/threads/{}/unlock", unlock_thread),
        post("/forum/threads/{}/pin", pin_thread),
        post("/forum/threads/{}/unpin", unpin_thread),
        post("/forum/threads/{}/move", move_thread_to),
        post("/forum/threads/{}/withdraw", withdraw_whole_thread),

        // Posts.
        get("/forum/posts/{}", find_post_page),
        get("/forum/posts/{}/edit", show_edit),
        post("/forum/posts/{}/edit", save_edit),
        get("/forum/posts/{}/history", show_post_history),
        get("/forum/posts/{}/revisions/{}", show_post_revision),
        get("/forum/posts/{}/compare", compare_post),
        post("/forum/posts/{}/restore", restore_post_revision),
        get("/forum/posts/{}/revisions/{}/redact", ask_redact_post),
        post("/forum/posts/{}/revisions/{}/redact", redact_post),
        get("/forum/posts/{}/withdraw", ask_withdraw_post),
        post("/forum/posts/{}/withdraw", withdraw_one_post),
        post("/forum/posts/{}/vote", vote_for_post),
        post("/forum/posts/{}/unvote", unvote_post),
        get("/forum/posts/{}/accept", ask_accept_post),
        post("/forum/posts/{}/accept", accept_post),
        post("/forum/posts/{}/unaccept", unaccept_post),

        // The API.
        get("/api/v1/categories", api_list_categories),
        get("/api/v1/threads", api_list_threads),
        post("/api/v1/threads", api_create_thread),
        get("/api/v1/threads/{}", api_show_thread),
        patch("/api/v1/threads/{}", api_change_thread),
        post("/api/v1/threads/{}/posts", api_reply),
        get("/api/v1/posts/{}", api_show_post),
        patch("/api/v1/posts/{}", api_edit_post),
        del("/api/v1/posts/{}", api_withdraw_post),
        get("/api/v1/posts/{}/revisions", api_list_revisions),
        put("/api/v1/posts/{}/vote", api_vote),
        del("/api/v1/posts/{}/vote", api_unvote),
        put("/api/v1/posts/{}/acceptance", api_accept),
        del("/api/v1/posts/{}/acceptance", api_unaccept),
    };
}

} // namespace forum
