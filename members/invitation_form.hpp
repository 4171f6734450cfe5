// Reads what the page's form and the API's object say about an invitation.
#pragma once

#include "members/invitations.hpp"
#include "site/context.hpp"

namespace members {

/// Fails with `invalid` at "role" or "center". Where a delegate names no Center, it is the own one.
base::Result<NewInvitation> read_invitation_form(site::Context& c);

} // namespace members
