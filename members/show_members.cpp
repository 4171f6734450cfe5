#include "members/directory_query.hpp"
#include "members/directory_view.hpp"
#include "members/handlers.hpp"
#include "members/may.hpp"
#include "members/options.hpp"

namespace members {
namespace {

constexpr int page_size = 50;

} // namespace

Wanted read_wanted(Context& c, int most) {
    Wanted wanted{.name = c.query.line("name"),
                  .role = base::parse_enum<site::Role>(c.query.line("role")),
                  .after = c.query.line("after"),
                  .most = most};
    if (const auto slug = c.query.line("center"); !slug.empty())
        wanted.center = find_center(c.db, slug).value_or(base::CenterId{});
    return wanted;
}

Response show_members(Context& c) {
    Wanted wanted = read_wanted(c, page_size + 1);
    wanted.with_second_step = may_administer(c.viewer);
    MembersPage page{.filter = {.values = c.query},
                     .centers = center_options(c.db),
                     .lines = list_members(c.db, wanted),
                     .more = std::nullopt};
    if (page.lines.size() > page_size) {
        page.lines.pop_back();
        page.more = server::link<"/members?name={}&center={}&role={}&after={}">(
            wanted.name, c.query.line("center"), c.query.line("role"), page.lines.back().handle);
    }
    page.may_invite = may_invite_somebody(c.viewer, seat_of(c.db, c.viewer));
    return members_page(c, page);
}

} // namespace members
