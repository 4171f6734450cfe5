#include "base/digest.hpp"
#include "members/sessions.hpp"

namespace members {

std::string start_session(store::Writer& db, const base::Random& random, base::MemberId member,
                          const server::Request& request, base::Time now) {
    end_session(db, session_of(request));
    db.run<"DELETE FROM sessions WHERE expires_at <= ?">(now);
    std::string session = base::random_token(random);
    const std::string hash = base::sha256_hex(session);
    const std::string browser = browser_name(request.headers.get("User-Agent"));
    db.run<"INSERT INTO sessions (id_hash, member_id, created_at, used_at, expires_at, address, browser)"
           " VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6)">(hash, member, now, now + session_length, request.remote,
                                                   browser);
    return session;
}

void end_session(store::Writer& db, std::string_view session) {
    if (session.empty()) return;
    const std::string hash = base::sha256_hex(session);
    db.run<"DELETE FROM sessions WHERE id_hash = ?">(hash);
}

int end_sessions(store::Writer& db, base::MemberId member, std::string_view but_session) {
    db.run<"DELETE FROM half_sessions WHERE member_id = ?">(member);
    const std::string hash = base::sha256_hex(but_session);
    return db.run<"DELETE FROM sessions WHERE member_id = ? AND id_hash <> ?">(member, hash);
}

bool end_own_session(store::Writer& db, base::MemberId member, std::string_view hash) {
    return db.run<"DELETE FROM sessions WHERE id_hash = ? AND member_id = ?">(hash, member) == 1;
}

void touch_session(store::Writer& db, std::string_view hash, base::Time now) {
    db.run<"UPDATE sessions SET used_at = ?2, expires_at = min(?3, created_at + ?4) WHERE id_hash = ?1">(
        hash, now, now + session_length, std::int64_t{session_most.count()});
}

std::vector<Session> sessions_of(store::Reader& db, base::MemberId member, base::Time now) {
    return db.all<Session, "SELECT id_hash, created_at, used_at, address, browser FROM sessions"
                           " WHERE member_id = ? AND expires_at > ? ORDER BY created_at DESC">(member, now);
}

} // namespace members
