#include "members/directory_view.hpp"
#include "members/handlers.hpp"
#include "members/states.hpp"

namespace members {
namespace {

constexpr int page_size = 100;

} // namespace

Response show_centers(Context& c) {
    const auto state = state_code(c.query.line("state"));
    CentersPage page{.filter = {.values = c.query},
                     .lines = list_centers(c.db, c.query.line("after"), state, page_size + 1),
                     .more = std::nullopt};
    if (page.lines.size() > page_size) {
        page.lines.pop_back();
        page.more = server::link<"/centers?state={}&after={}">(state, page.lines.back().slug);
    }
    return centers_page(c, page);
}

} // namespace members
