// Who may do what with members and Centers: pure, asked by the acts and by the pages alike.
#pragma once

#include "site/viewer.hpp"

#include <optional>
#include <span>

namespace members {

/// Whether the viewer is the delegate of the own Center: Centers bring in their own people.
enum class Seat { none, delegate };

/// Administrators invite everybody, stewards members and coaches, a delegate members of the own Center.
bool may_invite(const site::Viewer& viewer, Seat seat, site::Role role, std::optional<base::CenterId> center);
/// Whether there is anybody at all whom the viewer may invite.
bool may_invite_somebody(const site::Viewer& viewer, Seat seat);
/// Sees every open invitation to join. A delegate sees those to the own Center.
bool may_see_all_invitations(const site::Viewer& viewer);

bool may_name_delegates(const site::Viewer& viewer);
/// Adds Centers and changes their facts.
bool may_edit_centers(const site::Viewer& viewer);
/// Roles, Centers of members, closing accounts, links for new passwords.
bool may_administer(const site::Viewer& viewer);
/// Whether the role may not go without the second step at sign-in, by the installation's settings.
bool needs_second_step(site::Role role, std::span<const site::Role> demanding);
bool may_read_audit_log(const site::Viewer& viewer);

} // namespace members
