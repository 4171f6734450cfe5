// An administrator turns somebody's second step off, and the member hears of it: the flow across members and
// notices.
#include "app/pages.hpp"
#include "members/accounts.hpp"
#include "notices/notices.hpp"

namespace app {

server::Response reset_second_step(site::Context& c, const std::string& handle) {
    const auto member = members::find_by_handle(c.db, handle);
    if (!member) return site::not_found(c, "There is no such member.");
    const auto reset = c.write([&](store::Writer& db) -> base::Result<> {
        if (auto done = members::reset_second_step(db, c.viewer, *member, c.now); !done) return done;
        notices::tell(db, {*member},
                      {.reason = notices::Reason::reset,
                       .actor = c.viewer.id,
                       .title = "Second step at sign-in",
                       .address = "/settings/second-step",
                       .at = c.now});
        return {};
    });
    if (!reset) return site::problem(c, reset.error());
    return site::done(c, server::link<"/admin/members/{}">(handle),
                      "The second step is off, and the member is signed out everywhere.");
}

} // namespace app
