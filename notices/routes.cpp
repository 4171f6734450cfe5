#include "notices/routes.hpp"

#include "notices/handlers.hpp"

namespace notices {

std::vector<site::Route> routes() {
    return {
        site::get("/inbox", show_inbox),
        site::post("/inbox/read", mark_inbox_read),
        site::get("/api/v1/inbox", api_list_inbox),
    };
}

} // namespace notices
