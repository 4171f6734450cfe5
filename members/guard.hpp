// The way into every handler, as pure as it can be. The pipeline calls, in this order:
//
//     const auto visit = members::visit_of(db, request, services.random, now);
//     c.viewer = visit.viewer;
//     c.forgery_token = members::token_for(visit, key);
//     … find the route, read the input …
//     auto response = members::guard(c, services, visit, route);      // empty: come in
//     if (!response) response = route.handler(c, values);
//     members::settle(c, visit, *response);
//
// Pages know their viewer by the session cookie alone, the API by a bearer token alone: so no other site can
// make a browser call the API.
#pragma once

#include "members/forgery.hpp"
#include "members/services.hpp"
#include "members/sessions.hpp"
#include "members/tokens.hpp"
#include "site/context.hpp"
#include "site/route.hpp"

#include <optional>
#include <string>

namespace members {

/// Who comes, and by what.
struct Visit {
    site::Viewer viewer{};
    std::string secret{};         // what the forgery token is bound to: session id, or visitor cookie
    bool is_new_visitor = false;  // the visitor cookie is not in the browser yet
    std::string session_hash{};   // the session that was used
    bool has_second_step = false; // of the session's member
    TokenId token{};              // or the bearer token that was used
    bool is_due = false;          // its use should be noted (at most hourly)
};

/// Reads the cookie (pages) or the bearer token (API): one indexed query; none for a visitor.
Visit visit_of(store::Reader& db, const server::Request& request, const base::Random& random, base::Time now);
/// The viewer of a session that has just begun.
site::Viewer viewer_of_session(store::Reader& db, std::string_view session, base::Time now);
/// What every form of this answer carries.
std::string token_for(const Visit& visit, std::string_view key);

/// Whether the scopes allow the call: reading needs read, changing needs write, /api/v1/admin needs admin. A
/// browser's session has them all.
bool allows(const site::Viewer& viewer, server::Method method, std::string_view path);

/// All of the following, in this order: the answer where the request may go no further.
std::optional<server::Response> guard(site::Context& c, const Services& services, const Visit& visit,
                                      const site::Route& route);

/// Nobody is signed in where somebody must be: the API gets 401; a GET is sent to sign in and comes back; a
/// POST of our own form gets the sign-in page, which carries what was typed along. A scope that is missing
/// gets 403.
std::optional<server::Response> refuse_at_door(site::Context& c, const site::Route& route);
/// A form from another site gets 403 and its text to copy; a form of ours with a token that has run out gets
/// 403 and the same fields again with a fresh token: nothing typed is lost.
std::optional<server::Response> refuse_forgery(site::Context& c, std::string_view key, const Visit& visit,
                                               const site::Route& route);
/// Whose role needs the second step and who has none is led to set it up, before anything else; what they
/// were about to send is shown to copy. The API's tokens stand on their own.
std::optional<server::Response> refuse_without_second_step(site::Context& c, const Services& services,
                                                           const Visit& visit);
/// 429 with Retry-After and what was typed. Counts what changes something only.
std::optional<server::Response> refuse_too_many(site::Context& c, RateLimiter& limiter);

/// Completes the answer: notes the use of session or token, renews the cookie then, and gives a visitor the
/// cookie that the form on this page needs.
void settle(const site::Context& c, const Visit& visit, server::Response& response);

} // namespace members
