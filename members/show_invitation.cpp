#include "members/handlers.hpp"
#include "members/invitation_view.hpp"
#include "members/member_store.hpp"

namespace members {

Response show_invitation(Context& c, Text secret) {
    const auto invitation = find_invitation(c.db, secret);
    if (!invitation) return site::not_found(c, "There is no such invitation. Check that the link is whole.");
    if (const auto problem = why_closed(*invitation, c.now)) return site::problem(c, *problem);
    parts::State state;
    state.values.add("name", invitation->name);
    std::optional<std::string> zone;
    if (invitation->center) zone = zone_of_center(c.db, *invitation->center);
    state.values.add("zone", zone.value_or("America/New_York"));
    auto response = invitation_page(c, secret, *invitation, state);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace members
