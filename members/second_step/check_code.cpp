// The page after the password: the code of the app, or a recovery code.
#include "members/handlers.hpp"
#include "members/second_step/half_session.hpp"
#include "members/second_step/proof.hpp"
#include "members/second_step/second_step.hpp"
#include "members/second_step/second_step_view.hpp"
#include "members/sessions.hpp"
#include "members/welcome.hpp"

namespace members {
namespace {

/// The password is asked for again; where it was to lead, and what waits to be sent, comes along.
Response too_late(Context& c, SignInForm form) {
    form.state = {.problem = base::Problem{base::ProblemKind::sign_in,
                                           "The ten minutes for the code are over. Sign in again."}};
    auto response = sign_in_page(c, form, 401);
    forget_half_session(c.request, response);
    return response;
}

void say_what_is_left(const Context& c, Response& response) {
    const auto step = second_step_of(c.db, c.viewer.id);
    const std::string words =
        "You used a recovery code. You have " + std::to_string(step ? step->codes_left : 0) + " more.";
    site::set_notice(c, response, words);
}

std::string_view field_of(const server::Fields& input) {
    return input.has("recovery_code") ? "recovery_code" : "code";
}

} // namespace

Response show_code_form(Context& c) {
    const auto next = server::Url::local(c.query.raw("next")).value_or(server::link<"/">());
    if (c.viewer.signed_in()) return server::see_other(next);
    if (!find_half_session(c.db, half_session_of(c.request), c.now))
        return server::see_other(server::link<"/sign-in?next={}">(next.text()));
    return code_page(c, {.next = next.text()});
}

Response check_code(Context& c, const Services& services) {
    auto form = sign_in_form_of(c);
    const std::string half_session(half_session_of(c.request));
    const auto half = find_half_session(c.db, half_session, c.now);
    if (!half) return too_late(c, form);

    const auto proof = take_code(c, services, half->member, half->handle, field_of(c.input));
    if (!proof) {
        form.state.problem = proof.error();
        return code_page(c, form, site::status_of(proof.error().kind));
    }
    // One half-session makes one session, however often the form is sent.
    const std::string session = c.write([&](store::Writer& db) {
        return end_half_session(db, half_session)
                   ? start_session(db, c.services.random, half->member, c.request, c.now)
                   : std::string();
    });
    if (session.empty()) return too_late(c, form);
    auto response = welcome(c, services, form, session);
    forget_half_session(c.request, response);
    if (*proof == Proof::recovery_code) say_what_is_left(c, response);
    return response;
}

} // namespace members
