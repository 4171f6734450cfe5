#include "base/sparing_log.hpp"
#include "members/checks.hpp"
#include "members/handlers.hpp"
#include "members/member_store.hpp"
#include "members/second_step/half_session.hpp"
#include "members/second_step/second_step_view.hpp"
#include "members/welcome.hpp"
#include "server/network.hpp"

namespace members {
namespace {

constexpr auto wrong = "The e-mail address or the password is not right.";

/// The form again, with what is wrong. The log says where the attempt came from, never for whom: what is
/// typed into the wrong field would stand there.
Response refuse(const Context& c, SignInForm form, const base::Problem& problem) {
    static base::SparingLog log;
    log.log("sign_in_refused",
            {{"request", c.request_id},
             {"from", c.request.remote},
             {"status", std::to_string(site::status_of(problem.kind))}},
            c.now);
    form.state.problem = problem;
    auto response = sign_in_page(c, form, site::status_of(problem.kind));
    site::say_when(response, problem);
    return response;
}

base::Result<> count_attempt(const Context& c, RateLimiter& limiter, const std::string& email) {
    auto counted = limiter.take(Act::sign_in_address, server::network_of(c.request.remote), c.now);
    return counted ? limiter.take(Act::sign_in_account, email, c.now) : counted;
}

/// The right password of somebody with a second step opens no more than the page that asks for the code.
Response ask_for_code(const Context& c, const SignInForm& form, const std::string& half_session) {
    auto response = form.kept.any() ? code_page(c, {.next = form.next, .kept = form.kept})
                                    : server::see_other(server::link<"/sign-in/code?next={}">(form.next));
    set_half_session_cookie(c.request, response, half_session);
    return response;
}

/// The way in by a password that was found right; nothing where it was changed, or the account closed, while
/// it was being hashed: whoever did that meant to end all that the old password opens.
std::optional<WayIn> enter(Context& c, const Credentials& known, const std::string& renewed_hash) {
    return c.write([&](store::Writer& db) -> std::optional<WayIn> {
        if (!still_hold(db, known)) return std::nullopt;
        if (!renewed_hash.empty()) set_password_hash(db, known.id, renewed_hash);
        return open_way_in(db, c.services.random, known.id, c.request, c.now);
    });
}

} // namespace

Response sign_in(Context& c, const Services& services) {
    const auto form = sign_in_form_of(c);
    const std::string email = tidy_email(c.input.raw("email"));
    if (auto room = count_attempt(c, services.limiter, email); !room) return refuse(c, form, room.error());

    const auto known = find_credentials(c.db, email);
    const auto verdict =
        services.passwords.verify(known ? known->password_hash : std::string(), c.input.raw("password"));
    if (!verdict) return refuse(c, form, verdict.error());
    if (!verdict->right) return refuse(c, form, base::fail_field("password", wrong).value());

    const auto way = enter(c, *known, verdict->renewed);
    if (!way) return refuse(c, form, base::fail_field("password", wrong).value());
    return way->session.empty() ? ask_for_code(c, form, way->half_session)
                                : welcome(c, services, form, way->session);
}

} // namespace members
