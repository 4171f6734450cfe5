#include "standards/ballots/routes.hpp"

#include "standards/ballots/api.hpp"
#include "standards/ballots/handlers.hpp"

namespace standards {

std::vector<site::Route> ballot_routes() {
    using site::Door;
    using site::get;
    using site::post;
    return {
        get("/standards/proposals/{}/ballots/new", show_new_ballot),
        post("/standards/proposals/{}/ballots", post_ballot),
        get("/ballots", show_ballots),
        get("/ballots/{}", show_ballot, Door::anyone), // certified ones
        post("/ballots/{}/vote", post_vote),
        get("/ballots/{}/void", show_voiding),
        post("/ballots/{}/void", post_voiding),
        post("/ballots/{}/certify", post_certification),
        get("/ballots/{}/record", show_record, Door::anyone),

        post("/api/v1/proposals/{}/ballots", api::create_ballot),
        get("/api/v1/ballots", api::list_ballots),
        get("/api/v1/ballots/{}", api::show_ballot),
        site::put("/api/v1/ballots/{}/vote", api::put_vote),
        post("/api/v1/ballots/{}/certification", api::certify_result),
        post("/api/v1/ballots/{}/voiding", api::void_ballot),
        get("/api/v1/ballots/{}/record", api::show_record, Door::anyone),
    };
}

} // namespace standards
