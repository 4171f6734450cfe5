#include "members/welcome.hpp"

#include "base/log.hpp"
#include "members/forgery.hpp"
#include "members/guard.hpp"
#include "members/sessions.hpp"

namespace members {

SignInForm sign_in_form_of(const site::Context& c) {
    SignInForm form{.state = {.values = c.input}};
    form.next = server::Url::local(c.input.raw("next")).value_or(server::link<"/">()).text();
    form.kept = kept_in(c.input);
    return form;
}

server::Response welcome(site::Context& c, const Services& services, const SignInForm& form,
                         const std::string& session) {
    c.viewer = viewer_of_session(c.db, session, c.now);
    c.forgery_token = forgery_token(services.forgery_key, session);
    auto response =
        form.kept.any() ? send_kept_page(c, form.kept) : server::see_other(*server::Url::local(form.next));
    set_session_cookie(c.request, response, session);
    base::log("signed_in",
              {{"request", c.request_id}, {"from", c.request.remote}, {"member", c.viewer.handle}});
    return response;
}

} // namespace members
