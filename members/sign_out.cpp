#include "members/handlers.hpp"
#include "members/sessions.hpp"

namespace members {

Response sign_out(Context& c) {
    if (c.viewer.signed_in()) c.write([&](store::Writer& db) { end_session(db, session_of(c.request)); });
    auto response = site::done(c, server::link<"/sign-in">(), "You are signed out.");
    clear_session_cookie(c.request, response);
    // On a shared computer neither the Back button nor the disk keeps what was read.
    response.headers.set("Clear-Site-Data", "\"cache\"");
    return response;
}

} // namespace members
