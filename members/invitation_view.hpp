// The pages of invitations: the list, the form that makes one, and what stands behind the link.
#pragma once

#include "members/invitations.hpp"
#include "site/parts.hpp"

#include <span>

namespace members {

/// Each with a button to end it where the viewer, who has that seat, may.
server::Response invitations_page(const site::Context& c, Seat seat, std::span<const Invitation> invitations);

/// `centers` and `roles` are what the viewer may choose from; with one choice no field is shown.
struct InviteForm {
    parts::State state;
    std::vector<parts::Option> centers;
    std::vector<parts::Option> roles;
};
server::Response new_invitation_page(const site::Context& c, const InviteForm& form, int status = 200);

/// Who invites, to what, and the form to accept.
server::Response invitation_page(const site::Context& c, std::string_view secret,
                                 const Invitation& invitation, const parts::State& state, int status = 200);

} // namespace members
