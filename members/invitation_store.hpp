// The rows behind invitations.hpp.
#pragma once

#include "members/invitations.hpp"

namespace members {

struct InvitationRow {
    Purpose purpose;
    std::string email;
    std::string name;
    std::optional<base::CenterId> center;
    site::Role role;
    base::MemberId invited_by;
    base::Time created;
    base::Time expires;
    std::optional<base::MemberId> member;
};
void insert_invitation(store::Writer& db, std::string_view secret, const InvitationRow& row);
void mark_invitation_used(store::Writer& db, InvitationId invitation, base::MemberId member, base::Time now);
void mark_invitation_revoked(store::Writer& db, InvitationId invitation, base::Time now);
/// Open links of that purpose to that address.
std::vector<Invitation> open_invitations_to(store::Reader& db, Purpose purpose, std::string_view email,
                                            base::Time now);
/// Open links that the member has made.
std::vector<Invitation> open_invitations_by(store::Reader& db, base::MemberId inviter, base::Time now);

} // namespace members
