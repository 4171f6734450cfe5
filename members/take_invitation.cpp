#include "base/log.hpp"
#include "members/handlers.hpp"
#include "members/invitation_view.hpp"
#include "members/second_step/half_session.hpp"
#include "members/sessions.hpp"

namespace members {
namespace {

/// The account and the way into it, together.
base::Result<WayIn> accept(Context& c, Text secret, const Joining& joining) {
    return c.write([&](store::Writer& db) -> base::Result<WayIn> {
        const auto member = accept_invitation(db, secret, joining, c.now);
        if (!member) return base::fail(member.error());
        return open_way_in(db, c.services.random, *member, c.request, c.now);
    });
}

} // namespace

Response take_invitation(Context& c, const Services& services, Text secret) {
    const auto invitation = find_invitation(c.db, secret);
    if (!invitation) return site::not_found(c, "There is no such invitation. Check that the link is whole.");
    if (const auto problem = why_closed(*invitation, c.now)) return site::problem(c, *problem);

    const auto refuse = [&](const base::Problem& problem) {
        if (problem.kind == base::ProblemKind::gone) return site::problem(c, problem);
        auto response = invitation_page(c, secret, *invitation, {.values = c.input, .problem = problem},
                                        site::status_of(problem.kind));
        site::say_when(response, problem);
        return response;
    };
    Joining joining{c.input.line("name"), c.input.line("zone"), ""};
    const auto password = c.input.raw("password");
    const auto& name = invitation->purpose == Purpose::join ? joining.name : invitation->name;
    if (auto sound = check_password(password, name, invitation->email); !sound) return refuse(sound.error());
    const auto hash = services.passwords.hash(password);
    if (!hash) return refuse(hash.error());
    joining.password_hash = *hash;

    const auto way = accept(c, secret, joining);
    if (!way) return refuse(way.error());
    // A new password takes nobody past the second step.
    auto response =
        site::done(c, way->session.empty() ? server::link<"/sign-in/code">() : server::link<"/">(),
                   invitation->purpose == Purpose::join
                       ? "Your account is ready. Under your name, above, you can say what you do and know."
                       : "Your new password is set.");
    if (way->session.empty())
        set_half_session_cookie(c.request, response, way->half_session);
    else
        set_session_cookie(c.request, response, way->session);
    base::log("link_used", {{"request", c.request_id},
                            {"from", c.request.remote},
                            {"purpose", std::string(base::enum_text(invitation->purpose))}});
    return response;
}

} // namespace members
