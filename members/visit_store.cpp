#include "members/visit_store.hpp"

namespace members {

std::optional<SessionHolder> find_session_holder(store::Reader& db, std::string_view hash, base::Time now) {
    return db.one<SessionHolder, "SELECT members.id, center_id, role, handle, name, zone, used_at,"
                                 " EXISTS (SELECT 1 FROM second_steps WHERE member_id = members.id)"
                                 " FROM sessions"
                                 " JOIN members ON members.id = sessions.member_id"
                                 " WHERE id_hash = ? AND expires_at > ? AND closed_at IS NULL">(hash, now);
}

std::optional<TokenHolder> find_token_holder(store::Reader& db, std::string_view hash, base::Time now) {
    return db.one<TokenHolder,
                  "SELECT members.id, center_id, role, handle, members.name, zone, tokens.id, scopes, used_at"
                  " FROM tokens JOIN members ON members.id = tokens.member_id"
                  " WHERE token_hash = ?1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?2)"
                  " AND closed_at IS NULL">(hash, now);
}

} // namespace members
