#include "base/digest.hpp"
#include "members/second_step/half_session.hpp"

namespace members {

std::string start_half_session(store::Writer& db, const base::Random& random, base::MemberId member,
                               base::Time now) {
    db.run<"DELETE FROM half_sessions WHERE expires_at <= ?">(now);
    std::string half_session = base::random_token(random);
    const std::string hash = base::sha256_hex(half_session);
    db.run<"INSERT INTO half_sessions (id_hash, member_id, expires_at) VALUES (?, ?, ?)">(
        hash, member, now + half_session_length);
    return half_session;
}

std::optional<HalfSession> find_half_session(store::Reader& db, std::string_view half_session,
                                             base::Time now) {
    if (half_session.empty()) return std::nullopt;
    const std::string hash = base::sha256_hex(half_session);
    return db.one<HalfSession, "SELECT member_id, handle FROM half_sessions"
                               " JOIN members ON members.id = member_id"
                               " WHERE id_hash = ? AND expires_at > ? AND closed_at IS NULL">(hash, now);
}

bool end_half_session(store::Writer& db, std::string_view half_session) {
    const std::string hash = base::sha256_hex(half_session);
    return db.run<"DELETE FROM half_sessions WHERE id_hash = ?">(hash) == 1;
}

} // namespace members
