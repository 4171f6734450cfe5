#include "members/handlers.hpp"

namespace members {

Response revoke_invitation_link(Context& c, InvitationId invitation) {
    const auto revoked =
        c.write([&](store::Writer& db) { return revoke_invitation(db, c.viewer, invitation, c.now); });
    if (!revoked) return site::problem(c, revoked.error());
    return site::done(c, server::link<"/invitations">(), "The link does not work any more.");
}

} // namespace members
