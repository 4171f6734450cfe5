#include "base/text.hpp"
#include "members/directory_view.hpp"
#include "members/handlers.hpp"

namespace members {
namespace {

constexpr int most_people = 500; // an office has 1 to 50

/// Author lines know a Center by its number: /centers/12 leads to its name.
std::optional<Center> center_by_number(Context& c, Text text) {
    const auto number = base::parse_int(text);
    return number ? read_center(c.db, base::CenterId{*number}) : std::nullopt;
}

} // namespace

Response show_center(Context& c, Text slug) {
    if (const auto numbered = center_by_number(c, slug))
        return server::moved(server::link<"/centers/{}">(numbered->slug));
    auto center = read_center(c.db, slug);
    if (!center) return site::not_found(c, "There is no such Center.");
    CenterPage page{.center = *std::move(center), .delegates = {}, .people = {}};
    page.delegates = delegates_of(c.db, page.center.id);
    page.people = list_members(c.db, {.center = page.center.id, .most = most_people});
    page.may_invite = may_invite(c.viewer, seat_of(c.db, c.viewer), site::Role::member, page.center.id);
    return center_page(c, page);
}

} // namespace members
