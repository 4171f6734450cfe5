#include "members/invitations.hpp"

#include "members/center_store.hpp"
#include "members/checks.hpp"
#include "members/invitation_store.hpp"
#include "members/member_store.hpp"
#include "members/sessions.hpp"

namespace members {
namespace {

using base::ProblemKind;

/// Nobody gets a second account: who had one is let in again by it. Lists leave closed accounts out, so this
/// says where it is.
std::string why_not_anew(const site::Viewer& viewer, const Profile& profile) {
    if (!profile.closed) return "Somebody with this e-mail address has an account already.";
    if (!may_administer(viewer))
        return "This person had an account here, which is closed. Ask an administrator to reopen it.";
    return "@" + profile.handle + " had an account with this address, which is closed. Go to " +
           server::link<"/admin/members/{}">(profile.handle).text() + " to reopen it.";
}

void check(server::Complaints& complaints, store::Reader& db, const site::Viewer& viewer,
           const NewInvitation& invitation) {
    check_email(complaints, invitation.email);
    if (!invitation.name.empty()) {
        complaints.check_length("name", "The name", invitation.name, 100);
        if (!complaints.any()) check_name_apart(complaints, db, invitation.name, {});
    }
    if (const auto member = find_by_email(db, invitation.email))
        complaints.add("email", why_not_anew(viewer, read_profile(db, *member).value()));
    if (invitation.center && !read_center(db, *invitation.center))
        complaints.add("center", "Choose a Center of the list.");
    if (!invitation.center && invitation.role == site::Role::member)
        complaints.add("center",
                       "A member belongs to a Center: choose one. Only the program's staff need none.");
}

/// Ends the older open links to that address, so that the newest alone works; false where one of them is not
/// the viewer's to end.
bool end_older(store::Writer& db, const site::Viewer& viewer, Seat seat, Purpose purpose,
               std::string_view email, base::Time now) {
    const auto older = open_invitations_to(db, purpose, email, now);
    for (const auto& invitation : older)
        if (!may_revoke(viewer, seat, invitation)) return false;
    for (const auto& invitation : older)
        mark_invitation_revoked(db, invitation.id, now);
    return true;
}

base::Result<base::MemberId> join(store::Writer& db, const Invitation& invitation, const Joining& joining,
                                  base::Time now) {
    server::Complaints complaints;
    check_name_apart(complaints, db, joining.name, {});
    if (complaints.any()) return base::fail(complaints.problem());
    return add_member(db,
                      {.email = invitation.email,
                       .name = joining.name,
                       .center = invitation.center,
                       .role = invitation.role,
                       .zone = joining.zone,
                       .password_hash = joining.password_hash},
                      now);
}

base::Result<base::MemberId> renew_password(store::Writer& db, const Invitation& invitation,
                                            const Joining& joining) {
    const auto member = invitation.member.value_or(base::MemberId{});
    if (!find_credentials(db, member)) return base::fail(ProblemKind::gone, "This account is closed.");
    set_password_hash(db, member, joining.password_hash);
    end_sessions(db, member, "");
    return member;
}

} // namespace

Standing standing_of(const Invitation& invitation, base::Time now) {
    if (invitation.used) return Standing::used;
    if (invitation.revoked) return Standing::revoked;
    return invitation.expires <= now ? Standing::expired : Standing::open;
}

std::optional<base::Problem> why_closed(const Invitation& invitation, base::Time now) {
    switch (standing_of(invitation, now)) {
    case Standing::open: return std::nullopt;
    case Standing::used:
        return base::Problem{ProblemKind::gone, "This link was used already. Sign in instead."};
    case Standing::revoked:
        return base::Problem{ProblemKind::gone, "This link was drawn back. Ask who sent it for a new one."};
    case Standing::expired:
        return base::Problem{ProblemKind::gone,
                             "The time of this link is over. Ask who sent it for a new one."};
    }
    return std::nullopt;
}

Seat seat_of(store::Reader& db, const site::Viewer& viewer) {
    return viewer.center && is_delegate(db, viewer.id, viewer.center) ? Seat::delegate : Seat::none;
}

base::Result<std::string> invite(store::Writer& db, const base::Random& random, const site::Viewer& viewer,
                                 const NewInvitation& invitation, base::Time now) {
    const Seat seat = seat_of(db, viewer);
    if (!may_invite(viewer, seat, invitation.role, invitation.center))
        return base::fail(ProblemKind::not_allowed, "Ask your program office to invite this person.");
    server::Complaints complaints;
    check(complaints, db, viewer, invitation);
    if (complaints.any()) return base::fail(complaints.problem());
    if (!end_older(db, viewer, seat, Purpose::join, invitation.email, now))
        return base::fail_field("email", "Somebody else has invited this person already.");
    std::string secret = base::random_token(random);
    insert_invitation(db, secret,
                      {.purpose = Purpose::join,
                       .email = invitation.email,
                       .name = invitation.name,
                       .center = invitation.center,
                       .role = invitation.role,
                       .invited_by = viewer.id,
                       .created = now,
                       .expires = now + join_length,
                       .member = std::nullopt});
    const auto center = invitation.center ? read_center(db, *invitation.center) : std::nullopt;
    audit(db, viewer.id, "invited", invitation.email,
          std::string(base::enum_text(invitation.role)) + (center ? ", " + center->name : ""), now);
    return secret;
}

base::Result<std::string> offer_password(store::Writer& db, const base::Random& random,
                                         const site::Viewer& viewer, base::MemberId member, base::Time now) {
    if (!may_administer(viewer)) return base::fail(ProblemKind::not_allowed, "An administrator can do this.");
    const auto profile = read_profile(db, member);
    if (!profile || profile->closed)
        return base::fail(ProblemKind::not_found, "There is no such open account.");
    end_older(db, viewer, Seat::none, Purpose::password, profile->email, now);
    std::string secret = base::random_token(random);
    insert_invitation(db, secret,
                      {.purpose = Purpose::password,
                       .email = profile->email,
                       .name = profile->name,
                       .center = profile->center,
                       .role = profile->role,
                       .invited_by = viewer.id,
                       .created = now,
                       .expires = now + password_length,
                       .member = member});
    audit(db, viewer.id, "offered a new password", profile->handle, "", now);
    return secret;
}

bool may_revoke(const site::Viewer& viewer, Seat seat, const Invitation& invitation) {
    if (invitation.purpose == Purpose::password) return may_administer(viewer);
    return may_invite(viewer, seat, invitation.role, invitation.center);
}

base::Result<> revoke_invitation(store::Writer& db, const site::Viewer& viewer, InvitationId id,
                                 base::Time now) {
    const auto invitation = read_invitation(db, id);
    const Seat seat = seat_of(db, viewer);
    if (!may_invite_somebody(viewer, seat))
        return base::fail(ProblemKind::not_allowed, "Stewards and administrators can do this.");
    if (!invitation) return base::fail(ProblemKind::not_found, "There is no such invitation.");
    if (!may_revoke(viewer, seat, *invitation))
        return base::fail(ProblemKind::not_allowed, "This invitation is not yours to revoke.");
    if (standing_of(*invitation, now) != Standing::open)
        return base::fail(ProblemKind::conflict, "This invitation is not open any more.");
    mark_invitation_revoked(db, id, now);
    audit(db, viewer.id, "revoked an invitation", invitation->email, "", now);
    return {};
}

void revoke_beyond_rights(store::Writer& db, base::MemberId inviter, base::MemberId by, base::Time now) {
    const auto profile = read_profile(db, inviter);
    if (!profile) return;
    const site::Viewer viewer{
        .id = inviter, .center = profile->center.value_or(base::CenterId{}), .role = profile->role};
    const Seat seat = seat_of(db, viewer);
    for (const auto& invitation : open_invitations_by(db, inviter, now)) {
        if (!profile->closed && may_revoke(viewer, seat, invitation)) continue;
        mark_invitation_revoked(db, invitation.id, now);
        audit(db, by, "revoked an invitation", invitation.email, "its inviter may not make it any more", now);
    }
}

base::Result<base::MemberId> accept_invitation(store::Writer& db, std::string_view secret,
                                               const Joining& joining, base::Time now) {
    const auto invitation = find_invitation(db, secret);
    if (!invitation) return base::fail(ProblemKind::not_found, "There is no such invitation.");
    if (auto problem = why_closed(*invitation, now)) return base::fail(*std::move(problem));
    auto member = invitation->purpose == Purpose::join ? join(db, *invitation, joining, now)
                                                       : renew_password(db, *invitation, joining);
    if (!member) return member;
    mark_invitation_used(db, invitation->id, *member, now);
    if (invitation->purpose == Purpose::password) revoke_password_links(db, *member, now);
    return member;
}

} // namespace members
