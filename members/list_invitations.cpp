#include "members/handlers.hpp"
#include "members/invitation_view.hpp"

namespace members {

Response list_invitations(Context& c) {
    if (!may_invite_somebody(c.viewer, seat_of(c.db, c.viewer)))
        return site::problem(c, base::ProblemKind::not_allowed,
                             "Stewards, administrators and delegates see invitations.");
    std::optional<base::CenterId> center;
    if (!may_see_all_invitations(c.viewer)) center = c.viewer.center;
    return invitations_page(c, open_invitations(c.db, center, c.now));
}

} // namespace members
