#include "revisions/routes.hpp"

#include "revisions/handlers.hpp"

namespace revisions {

std::vector<site::Route> routes() {
    return {
        site::get("/drafts", show_drafts),
        site::post("/drafts", keep_draft_sent),
        site::post("/drafts/delete", delete_draft),
        site::post("/preview", preview_text),
    };
}

} // namespace revisions
