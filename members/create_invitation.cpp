#include "members/center_store.hpp"
#include "members/checks.hpp"
#include "members/handlers.hpp"
#include "members/invitation_form.hpp"
#include "members/invitation_view.hpp"
#include "members/options.hpp"
#include "members/shown_once_view.hpp"

namespace members {
namespace {

Response not_yours(const Context& c) {
    return site::problem(c, base::ProblemKind::not_allowed, "Ask your program office to invite people.");
}

/// What the viewer may choose from.
InviteForm form_for(const Context& c, parts::State state) {
    InviteForm form{.state = std::move(state), .centers = {}, .roles = {}};
    if (!c.viewer.is_steward()) return form; // a delegate: members of the own Center
    form.centers = center_options(c.db);
    for (auto& role : role_options())
        if (c.viewer.is_administrator() || role.value == "member" || role.value == "coach")
            form.roles.push_back(std::move(role));
    return form;
}

} // namespace

base::Result<NewInvitation> read_invitation_form(Context& c) {
    server::Complaints complaints;
    NewInvitation invitation{tidy_email(c.input.raw("email")), c.input.line("name"), std::nullopt};
    const auto role = c.input.line("role");
    const auto known = role.empty() ? site::Role::member : base::parse_enum<site::Role>(role);
    if (known)
        invitation.role = *known;
    else
        complaints.add("role", "Choose a role of the list.");
    if (const auto slug = c.input.line("center"); !slug.empty()) {
        invitation.center = find_center(c.db, slug);
        if (!invitation.center) complaints.add("center", "Choose a Center of the list.");
    } else if (!c.viewer.is_steward() && c.viewer.center) {
        invitation.center = c.viewer.center;
    }
    if (complaints.any()) return base::fail(complaints.problem());
    return invitation;
}

Response show_new_invitation(Context& c) {
    if (!may_invite_somebody(c.viewer, seat_of(c.db, c.viewer))) return not_yours(c);
    parts::State state;
    state.values.add("role", "member");
    state.values.add("center", c.query.raw("center"));
    return new_invitation_page(c, form_for(c, std::move(state)));
}

Response create_invitation(Context& c) {
    if (!may_invite_somebody(c.viewer, seat_of(c.db, c.viewer))) return not_yours(c);
    const auto refuse = [&](const base::Problem& problem) {
        if (problem.kind != base::ProblemKind::invalid) return site::problem(c, problem);
        return new_invitation_page(c, form_for(c, {.values = c.input, .problem = problem}), 422);
    };
    const auto wanted = read_invitation_form(c);
    if (!wanted) return refuse(wanted.error());
    const auto secret =
        c.write([&](store::Writer& db) { return invite(db, c.services.random, c.viewer, *wanted, c.now); });
    if (!secret) return refuse(secret.error());
    return shown_once_page(c, {.title = "The link is ready",
                               .lede = "Send it to " + wanted->email +
                                       ". It is shown this once, works once, and ends in 14 days.",
                               .label = "Link",
                               .secret = whole_address(c, server::link<"/invitations/{}">(*secret)),
                               .back = server::link<"/invitations">(),
                               .back_words = "All invitations"});
}

} // namespace members
