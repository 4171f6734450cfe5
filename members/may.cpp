#include "members/may.hpp"

#include <algorithm>

namespace members {

bool may_invite(const site::Viewer& viewer, Seat seat, site::Role role,
                std::optional<base::CenterId> center) {
    if (viewer.is_administrator()) return true;
    if (viewer.is_steward()) return role == site::Role::member || role == site::Role::coach;
    return seat == Seat::delegate && role == site::Role::member && viewer.center && center == viewer.center;
}

bool may_invite_somebody(const site::Viewer& viewer, Seat seat) {
    return viewer.is_steward() || (seat == Seat::delegate && viewer.center);
}

bool may_see_all_invitations(const site::Viewer& viewer) {
    return viewer.is_steward();
}

bool may_name_delegates(const site::Viewer& viewer) {
    return viewer.is_steward();
}

bool may_edit_centers(const site::Viewer& viewer) {
    return viewer.is_administrator();
}

bool may_administer(const site::Viewer& viewer) {
    return viewer.is_administrator();
}

bool needs_second_step(site::Role role, std::span<const site::Role> demanding) {
    return std::ranges::find(demanding, role) != demanding.end();
}

bool may_read_audit_log(const site::Viewer& viewer) {
    return viewer.is_administrator();
}

} // namespace members
