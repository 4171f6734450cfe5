#include "search/routes.hpp"

#include "search/handlers.hpp"

namespace search {

std::vector<site::Route> routes() {
    using site::get;
    return {
        get("/search", show_results),         get("/search/help", show_help),
        get("/suggest", show_suggestions),    get("/similar", show_similar),
        get("/api/v1/search", find_for_api),  get("/api/v1/suggest", show_suggestions),
        get("/api/v1/similar", show_similar),
    };
}

} // namespace search
