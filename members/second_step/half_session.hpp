// A browser that gave the right password and owes the code of the second step: ten minutes long its cookie
// opens the page that asks for the code, and nothing else.
#pragma once

#include "base/clock.hpp"
#include "base/id.hpp"
#include "base/random.hpp"
#include "server/request.hpp"
#include "server/response.hpp"
#include "store/writer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace members {

constexpr std::chrono::seconds half_session_length = std::chrono::minutes(10);

/// What the request's cookie says; "" when there is none.
std::string_view half_session_of(const server::Request& request);
void set_half_session_cookie(const server::Request& request, server::Response& response,
                             std::string_view half_session);
void forget_half_session(const server::Request& request, server::Response& response);

/// Gives what goes into the cookie.
std::string start_half_session(store::Writer& db, const base::Random& random, base::MemberId member,
                               base::Time now);

struct HalfSession {
    base::MemberId member;
    std::string handle;
};
/// Nothing where its time is over or the account is closed.
std::optional<HalfSession> find_half_session(store::Reader& db, std::string_view half_session,
                                             base::Time now);
/// False where it had ended already.
bool end_half_session(store::Writer& db, std::string_view half_session);

/// What the right password gives: a session, or half of one where a code is asked for as well.
struct WayIn {
    std::string session{};
    std::string half_session{};
};
WayIn open_way_in(store::Writer& db, const base::Random& random, base::MemberId member,
                  const server::Request& request, base::Time now);

} // namespace members
