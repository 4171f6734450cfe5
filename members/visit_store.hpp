// Who a session or a bearer token belongs to.
#pragma once

#include "base/clock.hpp"
#include "members/tokens.hpp"
#include "site/viewer.hpp"
#include "store/reader.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace members {

struct SessionHolder {
    base::MemberId id;
    std::optional<base::CenterId> center;
    site::Role role;
    std::string handle;
    std::string name;
    std::string zone;
    base::Time used;
    bool second_step; // is on
};
/// Nobody where the session has ended or the account is closed.
std::optional<SessionHolder> find_session_holder(store::Reader& db, std::string_view hash, base::Time now);

struct TokenHolder {
    base::MemberId id;
    std::optional<base::CenterId> center;
    site::Role role;
    std::string handle;
    std::string name;
    std::string zone;
    TokenId token;
    std::string scopes;
    std::optional<base::Time> used;
};
/// Nobody where the token has ended or was revoked, or the account is closed.
std::optional<TokenHolder> find_token_holder(store::Reader& db, std::string_view hash, base::Time now);

} // namespace members
