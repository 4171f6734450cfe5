#include "members/handlers.hpp"
#include "members/invitation_view.hpp"

namespace members {

Response list_invitations(Context& c) {
    const Seat seat = seat_of(c.db, c.viewer);
    if (!may_invite_somebody(c.viewer, seat))
        return site::problem(c, base::ProblemKind::not_allowed,
                             "Stewards, administrators and delegates see invitations.");
    std::optional<base::CenterId> center;
    if (!may_see_all_invitations(c.viewer)) center = c.viewer.center;
    auto invitations = open_invitations(c.db, center, c.now);
    // A link for a new password tells a member's address, and that an administrator was asked for it.
    if (!may_administer(c.viewer))
        std::erase_if(invitations, [](const Invitation& one) { return one.purpose == Purpose::password; });
    return invitations_page(c, seat, invitations);
}

} // namespace members
