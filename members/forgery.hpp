// The guard against forged requests: a form that another site makes a member's browser send. Each form
// carries a token that only this installation can make for this browser, and the browser says from which site
// it comes.
#pragma once

#include "base/random.hpp"
#include "server/request.hpp"
#include "server/response.hpp"
#include "store/database.hpp"

#include <string>
#include <string_view>

namespace members {

/// The key of this installation, made at its first start.
std::string installation_key(store::Database& database, const base::Random& random);

/// base64url(HMAC-SHA-256(key, secret)); the secret is the session's id, or for a visitor the visitor cookie.
std::string forgery_token(std::string_view key, std::string_view secret);
/// Whether `sent` is the token for that secret; never for an empty secret.
bool is_forgery_token(std::string_view key, std::string_view secret, std::string_view sent);

/// Whether the request says that it comes from a page of this site: Origin, or Referer where Origin is
/// missing, names the host that the request is for, or `address` ("https://cohort.example.gov" of the
/// settings, or ""). "null" and silence are foreign. The pages must be sent with "Referrer-Policy:
/// same-origin" ("no-referrer" makes browsers send "Origin: null" with our own forms).
bool origin_is_ours(const server::Request& request, std::string_view address);

/// What a visitor without a session has instead of its id; "" when there is none yet.
std::string_view visitor_of(const server::Request& request);
void set_visitor_cookie(const server::Request& request, server::Response& response, std::string_view visitor);

} // namespace members
