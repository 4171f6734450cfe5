// Signed-in browsers. The cookie holds 256 random bits; the data file holds their SHA-256, so that a stolen
// file signs nobody in. A session ends 14 days after its last use, and 30 days after it began.
#pragma once

#include "base/clock.hpp"
#include "base/id.hpp"
#include "base/random.hpp"
#include "server/request.hpp"
#include "server/response.hpp"
#include "store/writer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace members {

constexpr std::chrono::seconds session_length = std::chrono::days(14);
/// However much it is used: then the password is asked for again (NIST SP 800-63B section 4.1.3).
constexpr std::chrono::seconds session_most = std::chrono::days(30);
/// Its use is noted at most this often.
constexpr std::chrono::seconds session_touch = std::chrono::hours(1);

/// What the request's cookie says; "" when there is none.
std::string_view session_of(const server::Request& request);
/// Puts the session into the browser: `__Host-cohort` behind TLS, a plain `cohort` on loopback.
void set_session_cookie(const server::Request& request, server::Response& response, std::string_view session);
/// Takes the session out of the browser, and what it kept of pages: on a shared computer neither the Back
/// button nor the disk shows what was read.
void forget_session(const server::Request& request, server::Response& response);

/// Starts a session and gives what goes into the cookie. The one that the browser had until now ends: a
/// session id from before signing in is worth nothing after.
std::string start_session(store::Writer& db, const base::Random& random, base::MemberId member,
                          const server::Request& request, base::Time now);
void end_session(store::Writer& db, std::string_view session);
/// Ends all sessions of the member, and those that still owe a code, but that one ("" for all). Gives how
/// many.
int end_sessions(store::Writer& db, base::MemberId member, std::string_view but_session);
/// Ends one of the member's own sessions, named by its hash. False when it is none of theirs.
bool end_own_session(store::Writer& db, base::MemberId member, std::string_view hash);
/// Notes a use, from which the 14 days count, within the 30 of the whole session.
void touch_session(store::Writer& db, std::string_view hash, base::Time now);

struct Session {
    std::string hash;
    base::Time created;
    base::Time used; // to the hour or so
    std::string address;
    std::string browser;
};
/// Those that last, the newest first.
std::vector<Session> sessions_of(store::Reader& db, base::MemberId member, base::Time now);

/// What a browser calls itself, in a few words: "Firefox on Windows".
std::string browser_name(std::string_view user_agent);

} // namespace members
