#include "members/handlers.hpp"
#include "members/sessions.hpp"

namespace members {

Response sign_out(Context& c) {
    if (c.viewer.signed_in()) c.write([&](store::Writer& db) { end_session(db, session_of(c.request)); });
    auto response = site::done(c, server::link<"/sign-in">(), "You are signed out.");
    forget_session(c.request, response);
    return response;
}

} // namespace members
