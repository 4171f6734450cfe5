#include "base/digest.hpp"
#include "members/tokens.hpp"
#include "server/fields.hpp"

namespace members {

base::Result<std::string> add_token(store::Writer& db, const base::Random& random, base::MemberId member,
                                    const NewToken& token, base::Time now) {
    server::Complaints complaints;
    complaints.check_length("name", "What the token is for", token.name, 100);
    const std::string scopes = scopes_text(token.scopes);
    if (scopes.empty()) complaints.add("scopes", "Choose at least one thing that the token may do.");
    if (token.days < 1 || token.days > most_token_days)
        complaints.add("days", "Give a number of days from 1 to 730.");
    if (complaints.any()) return base::fail(complaints.problem());
    // The opening words let scanners of leaked secrets know what they have found.
    std::string text = "cohort_" + base::random_token(random);
    const std::string hash = base::sha256_hex(text);
    db.run<"INSERT INTO tokens (token_hash, member_id, name, scopes, created_at, expires_at)"
           " VALUES (?, ?, ?, ?, ?, ?)">(hash, member, token.name, scopes, now,
                                         now + std::chrono::days(token.days));
    return text;
}

bool revoke_token(store::Writer& db, base::MemberId member, TokenId token, base::Time now) {
    return db.run<"UPDATE tokens SET revoked_at = ? WHERE id = ? AND member_id = ? AND revoked_at IS NULL">(
               now, token, member) == 1;
}

void revoke_tokens(store::Writer& db, base::MemberId member, base::Time now) {
    db.run<"UPDATE tokens SET revoked_at = ? WHERE member_id = ? AND revoked_at IS NULL">(now, member);
}

void touch_token(store::Writer& db, TokenId token, base::Time now) {
    db.run<"UPDATE tokens SET used_at = ? WHERE id = ?">(now, token);
}

std::vector<Token> tokens_of(store::Reader& db, base::MemberId member) {
    return db.all<Token, "SELECT id, name, scopes, created_at, expires_at, used_at FROM tokens"
                         " WHERE member_id = ? AND revoked_at IS NULL ORDER BY created_at DESC, id DESC">(
        member);
}

} // namespace members
