#include "base/digest.hpp"
#include "base/log.hpp"
#include "members/handlers.hpp"
#include "members/member_store.hpp"
#include "members/own_password.hpp"
#include "members/sessions.hpp"
#include "members/settings_view.hpp"

namespace members {
namespace {

SignInSettings settings_of(Context& c) {
    return {.password = {},
            .sessions = sessions_of(c.db, c.viewer.id, c.now),
            .this_session = base::sha256_hex(session_of(c.request))};
}

Response refuse(Context& c, const base::Problem& problem) {
    auto settings = settings_of(c);
    settings.password = {.values = c.input, .problem = problem};
    auto response = sign_in_settings_page(c, settings, site::status_of(problem.kind));
    site::say_when(response, problem);
    return response;
}

} // namespace

Response show_sign_in_settings(Context& c) {
    return sign_in_settings_page(c, settings_of(c));
}

Response change_password(Context& c, const Services& services) {
    const auto credentials = find_credentials(c.db, c.viewer.id);
    if (!credentials) return site::not_found(c);
    if (auto known = check_own_password(c, services); !known) return refuse(c, known.error());
    const auto password = c.input.raw("password");
    if (auto sound = check_password(password, credentials->name, credentials->email); !sound)
        return refuse(c, sound.error());
    const auto hash = services.passwords.hash(password);
    if (!hash) return refuse(c, hash.error());
    // This browser gets a new session too: whoever copied the old one is out. Nothing, where the password was
    // changed from elsewhere meanwhile.
    const std::string session = c.write([&](store::Writer& db) -> std::string {
        if (!still_hold(db, *credentials)) return "";
        set_password_hash(db, c.viewer.id, *hash);
        end_sessions(db, c.viewer.id, "");
        revoke_password_links(db, c.viewer.id, c.now);
        return start_session(db, c.services.random, c.viewer.id, c.request, c.now);
    });
    if (session.empty()) return refuse(c, not_your_password());
    base::log("password_changed",
              {{"request", c.request_id}, {"from", c.request.remote}, {"member", c.viewer.handle}});
    auto response = site::done(c, server::link<"/settings/sign-in">(),
                               "Your password is changed. Other browsers are signed out.");
    set_session_cookie(c.request, response, session);
    return response;
}

} // namespace members
