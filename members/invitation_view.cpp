#include "members/invitation_view.hpp"

#include "members/options.hpp"
#include "site/layout.hpp"

namespace members {
namespace {

using html::Writer;
using server::link;

void invitation_row(Writer& w, const site::Context& c, Seat seat, const Invitation& invitation) {
    w.put<"<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>">(
        invitation.email,
        invitation.purpose == Purpose::password ? "New password" : role_words(invitation.role),
        invitation.center_name.value_or("Program staff"), invitation.inviter.value_or("The command line"));
    parts::date(w, c, invitation.expires);
    w.put<"</td><td>">();
    if (may_revoke(c.viewer, seat, invitation))
        parts::post_button(w, c, link<"/invitations/{}/revoke">(invitation.id),
                           {.words = "Revoke", .context = "the link for " + invitation.email});
    w.put<"</td></tr>">();
}

void lede(Writer& w, const site::Context& c, const Invitation& invitation) {
    if (invitation.purpose == Purpose::password) {
        parts::page_head(w, "Choose a new password", "This signs you out everywhere else.");
        return;
    }
    const std::string inviter = invitation.inviter.value_or("The program office");
    const std::string where =
        invitation.center_name ? "as a member of " + *invitation.center_name : "to the program's staff";
    parts::page_head(w, "Join " + c.services.site_name, inviter + " invites you " + where + ".");
}

void own_fields(Writer& w, const parts::State& state) {
    parts::text_field(w, state,
                      {.name = "name",
                       .label = "Your name",
                       .hint = "As colleagues in other offices should see it.",
                       .autocomplete = "name",
                       .max_length = 100});
    const auto zones = zone_options(state.value("zone"));
    parts::select_field(w, state, {.name = "zone", .label = "Time zone", .options = zones});
}

} // namespace

server::Response invitations_page(const site::Context& c, Seat seat,
                                  std::span<const Invitation> invitations) {
    return site::page(
        c, {.title = "Invitations", .section = "members", .crumbs = {{"People", link<"/members">()}}},
        [&](Writer& w) {
            parts::page_head(w, "Invitations", "Links that can still be used.", [](Writer& acts) {
                parts::button_link(acts, link<"/invitations/new">(), "Invite somebody", parts::Look::main,
                                   "plus");
            });
            if (invitations.empty()) {
                parts::empty(w, "people", "No open invitations", "Who is invited next appears here.");
                return;
            }
            w.put<"<div class=\"data-frame\" tabindex=\"0\" role=\"region\" aria-labelledby=\"open\">"
                  "<table class=\"data\"><caption id=\"open\">Open invitations</caption><thead><tr>"
                  "<th scope=\"col\">For</th><th scope=\"col\">As</th><th scope=\"col\">Center</th>"
                  "<th scope=\"col\">Invited by</th><th scope=\"col\">Works until</th>"
                  "<th scope=\"col\"><span class=\"hidden-words\">Acts</span></th></tr></thead><tbody>">();
            for (const auto& invitation : invitations)
                invitation_row(w, c, seat, invitation);
            w.put<"</tbody></table></div>">();
        });
}

server::Response new_invitation_page(const site::Context& c, const InviteForm& form, int status) {
    const auto body = [&](Writer& w) {
        parts::page_head(w, "Invite somebody", "You get a link to send on. It works once, for 14 days.");
        parts::form(w, c, link<"/invitations/new">(), {.classes = "card"}, form.state, [&](Writer& inner) {
            parts::text_field(
                inner, form.state,
                {.name = "email", .label = "E-mail address", .type = "email", .max_length = 254});
            parts::text_field(inner, form.state,
                              {.name = "name", .label = "Name", .optional = true, .max_length = 100});
            if (form.roles.size() > 1)
                parts::radio_group(inner, form.state,
                                   {.name = "role", .label = "Role", .options = form.roles});
            if (form.centers.size() > 1 || form.roles.size() > 1)
                parts::select_field(inner, form.state,
                                    {.name = "center",
                                     .label = "Center",
                                     .options = form.centers,
                                     .hint = "Only the program's staff need none.",
                                     .first = "No Center (program staff)"});
            parts::acts(inner, [](Writer& acts) { parts::submit(acts, {.words = "Make the link"}); });
        });
    };
    return site::page(c,
                      {.title = "Invite somebody",
                       .section = "members",
                       .crumbs = {{"Invitations", link<"/invitations">()}},
                       .width = "narrow"},
                      body, status);
}

server::Response invitation_page(const site::Context& c, std::string_view secret,
                                 const Invitation& invitation, const parts::State& state, int status) {
    const bool is_join = invitation.purpose == Purpose::join;
    const auto body = [&](Writer& w) {
        lede(w, c, invitation);
        w.put<"<dl class=\"facts\"><dt>You sign in with</dt><dd>{}</dd></dl>">(invitation.email);
        parts::form(w, c, link<"/invitations/{}">(secret), {.classes = "card"}, state, [&](Writer& inner) {
            if (is_join) own_fields(inner, state);
            parts::text_field(inner, state,
                              {.name = "password",
                               .label = "New password",
                               .hint = "At least 12 characters. A few words in a row are easy to remember.",
                               .type = "password",
                               .autocomplete = "new-password"});
            parts::acts(inner, [&](Writer& acts) {
                parts::submit(acts, {.words = is_join ? "Join" : "Set the password"});
            });
        });
    };
    auto response =
        site::page(c, {.title = is_join ? "Join" : "New password", .width = "narrow"}, body, status);
    // The address is the secret: what the page loads must not carry it into a proxy's log.
    response.headers.set("Referrer-Policy", "strict-origin");
    return response;
}

} // namespace members
