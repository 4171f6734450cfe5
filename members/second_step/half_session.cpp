#include "members/second_step/half_session.hpp"

#include "members/second_step/second_step.hpp"
#include "members/sessions.hpp"

namespace members {
namespace {

std::string_view cookie_name(const server::Request& request) {
    return request.secure ? "__Host-cohort_step" : "cohort_step";
}

} // namespace

std::string_view half_session_of(const server::Request& request) {
    const auto found = request.cookie(cookie_name(request));
    return found.size() <= 100 ? found : std::string_view();
}

void set_half_session_cookie(const server::Request& request, server::Response& response,
                             std::string_view half_session) {
    server::set_cookie(response, {cookie_name(request), half_session,
                                  static_cast<int>(half_session_length.count()), request.secure});
}

void forget_half_session(const server::Request& request, server::Response& response) {
    server::set_cookie(response, {cookie_name(request), "", -1, request.secure});
}

WayIn open_way_in(store::Writer& db, const base::Random& random, base::MemberId member,
                  const server::Request& request, base::Time now) {
    if (second_step_of(db, member)) return {.half_session = start_half_session(db, random, member, now)};
    return {.session = start_session(db, random, member, request, now)};
}

} // namespace members
