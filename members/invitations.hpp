// Links that let somebody in once: to join, or to choose a new password. The link's secret is kept as SHA-256
// only. A GET of the link changes nothing (mail scanners follow links); the form on it does.
#pragma once

#include "base/enum_text.hpp"
#include "base/random.hpp"
#include "members/may.hpp"
#include "members/members.hpp"

namespace members {

using InvitationId = base::Id<struct InvitationTag>;

enum class Purpose { join, password };
constexpr auto enum_names(Purpose) {
    return std::array<std::string_view, 2>{"join", "password"};
}

constexpr std::chrono::seconds join_length = std::chrono::days(14);
constexpr std::chrono::seconds password_length = std::chrono::days(1);

struct Invitation {
    InvitationId id;
    Purpose purpose;
    std::string email;
    std::string name;
    std::optional<base::CenterId> center;
    std::optional<std::string> center_name;
    site::Role role;
    std::optional<base::MemberId> invited_by;
    std::optional<std::string> inviter; // the name; nothing for the command line
    base::Time created;
    base::Time expires;
    std::optional<base::Time> used;
    std::optional<base::Time> revoked;
    std::optional<base::MemberId> member;
};

enum class Standing { open, used, revoked, expired };
Standing standing_of(const Invitation& invitation, base::Time now);

/// Why the link does not work, for who follows it; nothing while it is open.
std::optional<base::Problem> why_closed(const Invitation& invitation, base::Time now);

struct NewInvitation {
    std::string email;
    std::string name;
    std::optional<base::CenterId> center;
    site::Role role = site::Role::member;
};
/// Invites somebody and gives the link's secret; an older open link to the same address ends. Fails with
/// `not_allowed`, or `invalid` at "email", "name", "center" or "role".
base::Result<std::string> invite(store::Writer& db, const base::Random& random, const site::Viewer& viewer,
                                 const NewInvitation& invitation, base::Time now);
/// A link by which the member chooses a new password; gives its secret. Fails with `not_allowed` or
/// `not_found`.
base::Result<std::string> offer_password(store::Writer& db, const base::Random& random,
                                         const site::Viewer& viewer, base::MemberId member, base::Time now);
/// Who may make such a link may also end it.
bool may_revoke(const site::Viewer& viewer, Seat seat, const Invitation& invitation);
/// Ends an open link. Fails with `not_allowed`, `not_found`, or `conflict` when it is not open any more.
base::Result<> revoke_invitation(store::Writer& db, const site::Viewer& viewer, InvitationId invitation,
                                 base::Time now);

/// Ends the open links by which the member could choose a new password: it is chosen otherwise by now, or the
/// account is closed.
void revoke_password_links(store::Writer& db, base::MemberId member, base::Time now);
/// Ends the open links of this inviter that may not be made by them any more: the account is closed, the role
/// or the seat another. Each is a line in the audit log, of `by`.
void revoke_beyond_rights(store::Writer& db, base::MemberId inviter, base::MemberId by, base::Time now);

/// The invitation of that link, whatever became of it.
std::optional<Invitation> find_invitation(store::Reader& db, std::string_view secret);
std::optional<Invitation> read_invitation(store::Reader& db, InvitationId invitation);
/// Those that can still be used, the ones that end first at the head; of one Center where it is given.
std::vector<Invitation> open_invitations(store::Reader& db, std::optional<base::CenterId> center,
                                         base::Time now);
/// Whether the viewer is the delegate of the own Center.
Seat seat_of(store::Reader& db, const site::Viewer& viewer);

struct Joining {
    std::string name;
    std::string zone;
    std::string password_hash;
};
/// Uses the link: makes the account, or sets the password and ends all sessions of before. Gives the member.
/// Fails with `gone` when the link is not open, or `invalid` at the field that is wrong.
base::Result<base::MemberId> accept_invitation(store::Writer& db, std::string_view secret,
                                               const Joining& joining, base::Time now);

} // namespace members
