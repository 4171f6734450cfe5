#include "members/admin_view.hpp"

#include "base/clock.hpp"
#include "members/options.hpp"
#include "site/layout.hpp"

namespace members {
namespace {

using html::Writer;
using server::link;

void audit_row(Writer& w, const site::Context& c, const AuditLine& line) {
    // Exact, for a log is read to find out what came first.
    w.put<"<tr><td>{}</td><td>">(base::exact_time(line.at, c.viewer.zone));
    if (line.handle)
        w.put<"<a href=\"{}\">{}</a>">(link<"/members/{}">(*line.handle), line.name.value_or(*line.handle));
    else
        w.put<"The command line">();
    w.put<"</td><td>{}</td><td>">(line.action);
    if (const auto place = server::Url::local(line.subject))
        w.put<"<a href=\"{}\">{}</a>">(*place, line.subject);
    else
        w.put<"{}">(line.subject);
    w.put<"</td><td>{}</td></tr>">(line.detail);
}

void second_step_part(Writer& w, const site::Context& c, const Profile& profile,
                      const std::optional<SecondStep>& second_step) {
    parts::section(w, "Second step at sign-in", [&](Writer& inner) {
        if (!second_step) return inner.put<"<p>It is off.</p>">();
        inner.put<"<p>It is on since ">();
        parts::date(inner, c, second_step->since);
        inner.put<".">();
        if (profile.id == c.viewer.id)
            return inner.put<" Change your own in <a href=\"/settings/second-step\">Settings</a>.</p>">();
        inner.put<" Turn it off for somebody who has lost the telephone and the recovery codes, when you are "
                  "sure who asks. It signs the member out everywhere, and tells them.</p>">();
        parts::post_button(inner, c, link<"/admin/members/{}/second-step">(profile.handle),
                           {.words = "Turn it off", .look = parts::Look::danger, .context = profile.name});
    });
}

} // namespace

server::Response audit_page(const site::Context& c, std::span<const AuditLine> lines,
                            const std::optional<server::Url>& older) {
    return site::page(
        c, {.title = "Audit log", .section = "members", .crumbs = {{"People", link<"/members">()}}},
        [&](Writer& w) {
            parts::page_head(w, "Audit log",
                             "What stewards and administrators did. Lines are only ever added.");
            if (lines.empty()) {
                parts::empty(w, "history", "Nothing yet", "The first act appears here.");
                return;
            }
            w.put<"<div class=\"data-frame\" tabindex=\"0\" role=\"region\" aria-labelledby=\"log\">"
                  "<table class=\"data\"><caption id=\"log\">Acts, the newest first</caption><thead><tr>"
                  "<th scope=\"col\">When</th><th scope=\"col\">Who</th><th scope=\"col\">Did what</th>"
                  "<th scope=\"col\">To what</th><th scope=\"col\">Detail</th></tr></thead><tbody>">();
            for (const auto& line : lines)
                audit_row(w, c, line);
            w.put<"</tbody></table></div>">();
            parts::pager(w, std::nullopt, older);
        });
}

server::Response account_page(const site::Context& c, const Profile& profile,
                              const std::optional<SecondStep>& second_step,
                              std::span<const parts::Option> centers, const parts::State& state, int status) {
    const auto roles = role_options();
    const auto body = [&](Writer& w) {
        parts::page_head(w, "Account of " + profile.name, profile.email);
        w.put<"<div class=\"stack-wide\">">();
        parts::form(w, c, link<"/admin/members/{}">(profile.handle), {.classes = "card"}, state,
                    [&](Writer& inner) {
                        parts::hidden_field(inner, "seen", state.value("seen"));
                        parts::radio_group(inner, state, {.name = "role", .label = "Role", .options = roles});
                        parts::select_field(inner, state,
                                            {.name = "center",
                                             .label = "Center",
                                             .options = centers,
                                             .first = "No Center (program staff)"});
                        parts::checkbox(
                            inner, state,
                            {.name = "open",
                             .label = "The account is open",
                             .hint = "Closing it signs the member out everywhere. What was written stays."});
                        parts::acts(inner, [](Writer& acts) { parts::submit(acts, {.words = "Save"}); });
                    });
        if (!profile.closed)
            parts::section(w, "Password", [&](Writer& inner) {
                inner.put<
                    "<p>A link by which the member chooses a new password. It works once, for a day.</p>">();
                parts::post_button(inner, c, link<"/admin/members/{}/password">(profile.handle),
                                   {.words = "Make a link", .look = parts::Look::plain});
            });
        second_step_part(w, c, profile, second_step);
        w.put<"</div>">();
    };
    return site::page(
        c,
        {.title = "Account",
         .section = "members",
         .crumbs = {{"People", link<"/members">()}, {profile.name, link<"/members/{}">(profile.handle)}},
         .width = "narrow"},
        body, status);
}

} // namespace members
