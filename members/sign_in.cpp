#include "base/log.hpp"
#include "members/checks.hpp"
#include "members/forgery.hpp"
#include "members/guard.hpp"
#include "members/handlers.hpp"
#include "members/member_store.hpp"
#include "members/sessions.hpp"
#include "members/sign_in_view.hpp"

namespace members {
namespace {

constexpr auto wrong = "The e-mail address or the password is not right.";

SignInForm form_of(const Context& c) {
    SignInForm form{.state = {.values = c.input}};
    form.next = server::Url::local(c.input.raw("next")).value_or(server::link<"/">()).text();
    form.kept = kept_in(c.input);
    return form;
}

/// The form again, with what is wrong. The log says where the attempt came from, never for whom: what is
/// typed into the wrong field would stand there.
Response refuse(const Context& c, SignInForm form, const base::Problem& problem) {
    base::log("sign_in_refused", {{"request", c.request_id},
                                  {"from", c.request.remote},
                                  {"status", std::to_string(site::status_of(problem.kind))}});
    form.state.problem = problem;
    auto response = sign_in_page(c, form, site::status_of(problem.kind));
    if (problem.retry_after > 0) response.headers.set("Retry-After", std::to_string(problem.retry_after));
    return response;
}

base::Result<> count_attempt(const Context& c, RateLimiter& limiter, const std::string& email) {
    auto counted = limiter.take(Act::sign_in_address, network_of(c.request.remote), c.now);
    return counted ? limiter.take(Act::sign_in_account, email, c.now) : counted;
}

Response welcome(Context& c, const Services& services, const SignInForm& form, const std::string& session) {
    c.viewer = viewer_of_session(c.db, session, c.now);
    c.forgery_token = forgery_token(services.forgery_key, session);
    auto response =
        form.kept.any() ? send_kept_page(c, form.kept) : server::see_other(*server::Url::local(form.next));
    set_session_cookie(c.request, response, session);
    base::log("signed_in",
              {{"request", c.request_id}, {"from", c.request.remote}, {"member", c.viewer.handle}});
    return response;
}

} // namespace

Response sign_in(Context& c, const Services& services) {
    const auto form = form_of(c);
    const std::string email = tidy_email(c.input.raw("email"));
    if (auto room = count_attempt(c, services.limiter, email); !room) return refuse(c, form, room.error());

    const auto known = find_credentials(c.db, email);
    const auto verdict =
        services.passwords.verify(known ? known->password_hash : std::string(), c.input.raw("password"));
    if (!verdict) return refuse(c, form, verdict.error());
    if (!verdict->right) return refuse(c, form, base::fail_field("password", wrong).value());

    const std::string session = c.write([&](store::Writer& db) {
        if (!verdict->renewed.empty()) set_password_hash(db, known->id, verdict->renewed);
        return start_session(db, c.services.random, known->id, c.request, c.now);
    });
    return welcome(c, services, form, session);
}

} // namespace members
