// Bearer tokens of the API (RFC 6750). A token is shown once; only its SHA-256 is kept.
#pragma once

#include "base/clock.hpp"
#include "base/problem.hpp"
#include "base/random.hpp"
#include "server/request.hpp"
#include "site/viewer.hpp"
#include "store/writer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace members {

using TokenId = base::Id<struct TokenTag>;

/// "read,write" for the scopes that are on.
std::string scopes_text(const site::Scopes& scopes);
/// The scopes of such a list; nothing when it is empty or names another.
std::optional<site::Scopes> parse_scopes(std::string_view text);

/// What stands in "Authorization: Bearer …"; "" when there is no such header.
std::string_view bearer_of(const server::Request& request);

constexpr int most_token_days = 730;

struct NewToken {
    std::string name;
    site::Scopes scopes;
    int days = 90; // until it ends; 1 to 730
};
/// Makes a token for the member and gives its text, "cohort_…". Fails with `invalid` at "name", "scopes" or
/// "days".
base::Result<std::string> add_token(store::Writer& db, const base::Random& random, base::MemberId member,
                                    const NewToken& token, base::Time now);
/// False when it is none of the member's own, or revoked already.
bool revoke_token(store::Writer& db, base::MemberId member, TokenId token, base::Time now);
void revoke_tokens(store::Writer& db, base::MemberId member, base::Time now);
/// Notes a use.
void touch_token(store::Writer& db, TokenId token, base::Time now);

struct Token {
    TokenId id;
    std::string name;
    std::string scopes;
    base::Time created;
    std::optional<base::Time> expires;
    std::optional<base::Time> used;
};
/// Those that are not revoked, ended ones included, the newest first.
std::vector<Token> tokens_of(store::Reader& db, base::MemberId member);

} // namespace members
