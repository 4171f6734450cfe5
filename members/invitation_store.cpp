#include "members/invitation_store.hpp"

#include "base/digest.hpp"
#include "base/literal.hpp"

namespace members {
namespace {

constexpr base::Literal invitation_columns =
    "SELECT invitations.id, purpose, invitations.email, invitations.name, invitations.center_id,"
    " centers.name, invitations.role, invited_by, members.name, invitations.created_at, expires_at,"
    " used_at, revoked_at, member_id"
    " FROM invitations LEFT JOIN centers ON centers.id = invitations.center_id"
    " LEFT JOIN members ON members.id = invited_by";

} // namespace

void insert_invitation(store::Writer& db, std::string_view secret, const InvitationRow& row) {
    const std::string hash = base::sha256_hex(secret);
    db.run<
        "INSERT INTO invitations (token_hash, purpose, email, name, center_id, role, invited_by, created_at,"
        " expires_at, member_id) VALUES (?, ?, ?, ?, ?, ?, nullif(?, 0), ?, ?, ?)">(
        hash, row.purpose, row.email, row.name, row.center, row.role, row.invited_by, row.created,
        row.expires, row.member);
}

void mark_invitation_used(store::Writer& db, InvitationId invitation, base::MemberId member, base::Time now) {
    db.run<"UPDATE invitations SET used_at = ?2, member_id = ?3 WHERE id = ?1">(invitation, now, member);
}

void mark_invitation_revoked(store::Writer& db, InvitationId invitation, base::Time now) {
    db.run<"UPDATE invitations SET revoked_at = ?2 WHERE id = ?1">(invitation, now);
}

void revoke_password_links(store::Writer& db, base::MemberId member, base::Time now) {
    db.run<"UPDATE invitations SET revoked_at = ?2 WHERE used_at IS NULL AND revoked_at IS NULL"
           " AND expires_at > ?2 AND member_id = ?1 AND purpose = 'password'">(member, now);
}

std::optional<Invitation> find_invitation(store::Reader& db, std::string_view secret) {
    const std::string hash = base::sha256_hex(secret);
    return db.one<Invitation, invitation_columns + " WHERE token_hash = ?">(hash);
}

std::optional<Invitation> read_invitation(store::Reader& db, InvitationId invitation) {
    return db.one<Invitation, invitation_columns + " WHERE invitations.id = ?">(invitation);
}

std::vector<Invitation> open_invitations(store::Reader& db, std::optional<base::CenterId> center,
                                         base::Time now) {
    if (center)
        return db.all<Invitation, invitation_columns +
                                      " WHERE used_at IS NULL AND revoked_at IS NULL AND expires_at > ?1"
                                      " AND invitations.center_id = ?2 ORDER BY expires_at">(now, *center);
    return db.all<Invitation, invitation_columns +
                                  " WHERE used_at IS NULL AND revoked_at IS NULL AND expires_at > ?1"
                                  " ORDER BY expires_at">(now);
}

std::vector<Invitation> open_invitations_to(store::Reader& db, Purpose purpose, std::string_view email,
                                            base::Time now) {
    return db.all<Invitation, invitation_columns +
                                  " WHERE invitations.email = ? AND purpose = ? AND expires_at > ?"
                                  " AND used_at IS NULL AND revoked_at IS NULL">(email, purpose, now);
}

std::vector<Invitation> open_invitations_by(store::Reader& db, base::MemberId inviter, base::Time now) {
    return db.all<Invitation, invitation_columns +
                                  " WHERE used_at IS NULL AND revoked_at IS NULL AND expires_at > ?1"
                                  " AND invited_by = ?2">(now, inviter);
}

} // namespace members
