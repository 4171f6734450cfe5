#include "members/directory_view.hpp"
#include "members/may.hpp"
#include "members/options.hpp"
#include "site/layout.hpp"

namespace members {
namespace {

using html::Writer;
using server::link;

void filter(Writer& w, const MembersPage& page) {
    parts::filter_form(w, link<"/members">(), [&](Writer& inner) {
        parts::text_field(inner, page.filter,
                          {.name = "name", .label = "Name begins with", .type = "search"});
        parts::select_field(
            inner, page.filter,
            {.name = "center", .label = "Center", .options = page.centers, .first = "All Centers"});
        auto roles = role_options();
        parts::select_field(inner, page.filter,
                            {.name = "role", .label = "Role", .options = roles, .first = "All roles"});
        parts::submit(inner, {.words = "Show", .look = parts::Look::plain});
    });
}

void acts(Writer& w, const site::Context& c, bool may_invite_here) {
    parts::button_link(w, link<"/centers">(), "Centers", parts::Look::plain);
    if (may_invite_here) parts::button_link(w, link<"/invitations">(), "Invitations", parts::Look::plain);
    if (may_read_audit_log(c.viewer))
        parts::button_link(w, link<"/admin/audit">(), "Audit log", parts::Look::plain);
}

void facts(Writer& w, const site::Context& c, const Profile& profile) {
    w.put<"<dl class=\"facts\">">();
    if (profile.center_name)
        w.put<"<dt>Center</dt><dd><a href=\"{}\">{}</a>, {}</dd><dt>Size</dt><dd>{}</dd>">(
            link<"/centers/{}">(*profile.center_slug), *profile.center_name, profile.state.value_or(""),
            size_band(profile.registered_voters.value_or(0)));
    if (profile.role != site::Role::member) w.put<"<dt>Role</dt><dd>{}</dd>">(role_words(profile.role));
    w.put<"<dt>Handle</dt><dd>@{}</dd>">(profile.handle);
    if (may_administer(c.viewer)) w.put<"<dt>E-mail</dt><dd>{}</dd>">(profile.email);
    w.put<"<dt>Here since</dt><dd>{}</dd></dl>">(
        [&](Writer& inner) { parts::date(inner, c, profile.created); });
}

} // namespace

void member_row(Writer& w, const MemberLine& line, bool with_center) {
    parts::row(w, {.title = line.name,
                   .where = link<"/members/{}">(line.handle),
                   .text = line.title,
                   .mark = [&](Writer& mark) { parts::seal(mark, line.name, line.role); },
                   .meta =
                       [&](Writer& meta) {
                           if (line.role != site::Role::member)
                               parts::badge(meta, role_words(line.role), parts::Tone::civic);
                           if (line.second_step) parts::badge(meta, "Second step", parts::Tone::good);
                           if (!line.center || !with_center) return;
                           meta.put<"<span><a href=\"{}\">{}</a>, {}</span><span>{}</span>">(
                               link<"/centers/{}">(*line.center_slug), *line.center, line.state.value_or(""),
                               size_band(line.registered_voters.value_or(0)));
                       }});
}

server::Response members_page(const site::Context& c, const MembersPage& page) {
    return site::page(c, {.title = "People", .section = "members"}, [&](Writer& w) {
        parts::page_head(w, "People", "Who works in the Centers and for the program.",
                         [&](Writer& inner) { acts(inner, c, page.may_invite); });
        filter(w, page);
        if (page.lines.empty()) {
            parts::empty(w, "people", "Nobody here",
                         "No member fits. Try fewer letters, or all Centers and roles.");
            return;
        }
        w.put<"<div class=\"directory\">">();
        parts::list(w, {.title = "People", .hide_title = true}, [&](Writer& rows) {
            for (const auto& line : page.lines)
                member_row(rows, line);
        });
        w.put<"</div>">();
        parts::pager(w, std::nullopt, page.more, "", "More people");
    });
}

server::Response member_page(const site::Context& c, const Profile& profile) {
    return site::page(
        c, {.title = profile.name, .section = "members", .crumbs = {{"People", link<"/members">()}}},
        [&](Writer& w) {
            parts::page_head(w, profile.name, profile.title, [&](Writer& inner) {
                if (profile.id == c.viewer.id)
                    parts::button_link(inner, link<"/settings">(), "Change", parts::Look::plain, "pencil");
                if (may_administer(c.viewer))
                    parts::button_link(inner, link<"/admin/members/{}">(profile.handle), "Account",
                                       parts::Look::plain);
            });
            w.put<"<div class=\"stack\">">();
            if (profile.closed)
                parts::notice(w, parts::Tone::care,
                              [](Writer& inner) { inner.put<"<p>This account is closed.</p>">(); });
            facts(w, c, profile);
            if (!profile.about.empty()) w.put<"<p class=\"text-wide\">{}</p>">(profile.about);
            w.put<"<p><a href=\"{}\">What {} wrote here</a></p>">(
                link<"/search?q={}">("author:" + profile.handle), profile.name);
            w.put<"</div>">();
        });
}

} // namespace members
