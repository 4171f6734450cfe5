#include "members/handlers.hpp"
#include "members/sessions.hpp"

namespace members {

/// One session by its hash, or all but this one.
Response end_sessions_of_mine(Context& c) {
    const auto hash = c.input.line("session");
    c.write([&](store::Writer& db) {
        if (hash.empty())
            end_sessions(db, c.viewer.id, session_of(c.request));
        else
            end_own_session(db, c.viewer.id, hash);
    });
    return site::done(c, server::link<"/settings/sign-in">(),
                      hash.empty() ? "You are signed out everywhere else." : "That browser is signed out.");
}

} // namespace members
