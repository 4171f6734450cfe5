#include "base/text.hpp"
#include "members/directory_view.hpp"
#include "members/may.hpp"
#include "site/layout.hpp"

namespace members {
namespace {

using html::Writer;
using server::link;

void center_row(Writer& w, const CenterLine& line) {
    parts::row(w, {.title = line.name, .where = link<"/centers/{}">(line.slug), .meta = [&](Writer& meta) {
                       meta.put<"<span>{}</span><span>{}</span><span>{}</span>">(
                           line.state, size_band(line.registered_voters),
                           base::counted(line.people, "person", "people"));
                   }});
}

void facts(Writer& w, const Center& center) {
    w.put<"<dl class=\"facts\"><dt>State</dt><dd>{}</dd>">(center.state);
    if (!center.jurisdiction.empty()) w.put<"<dt>Jurisdiction</dt><dd>{}</dd>">(center.jurisdiction);
    w.put<"<dt>Size</dt><dd>{} ({} registered)</dd>">(size_band(center.registered_voters),
                                                      base::grouped(center.registered_voters));
    if (!center.equipment.empty()) w.put<"<dt>Equipment</dt><dd>{}</dd>">(center.equipment);
    w.put<"</dl>">();
}

void delegates(Writer& w, std::span<const Delegate> list) {
    if (list.empty()) {
        w.put<"<p>No delegate is named yet.</p>">();
        return;
    }
    w.put<"<ol class=\"stack\">">();
    for (const auto& delegate : list)
        w.put<"<li><a href=\"{}\">{}</a> <span class=\"row-meta\">{}</span></li>">(
            link<"/members/{}">(delegate.handle), delegate.name,
            delegate.rank == 0 ? "Delegate" : "Alternate " + std::to_string(delegate.rank));
    w.put<"</ol>">();
}

void acts(Writer& w, const site::Context& c, const CenterPage& page) {
    const auto& slug = page.center.slug;
    if (page.may_invite)
        parts::button_link(w, link<"/invitations/new?center={}">(slug), "Invite", parts::Look::plain, "plus");
    if (may_name_delegates(c.viewer))
        parts::button_link(w, link<"/centers/{}/delegates">(slug), "Delegates", parts::Look::plain);
    if (may_edit_centers(c.viewer))
        parts::button_link(w, link<"/centers/{}/edit">(slug), "Edit", parts::Look::plain, "pencil");
}

void people(Writer& w, const CenterPage& page) {
    if (page.people.empty()) {
        parts::empty(w, "people", "Nobody yet", "Who joins this Center appears here.");
        return;
    }
    parts::list(w, {.title = "People"}, [&](Writer& rows) {
        for (const auto& line : page.people)
            member_row(rows, line, false);
    });
}

} // namespace

server::Response centers_page(const site::Context& c, const CentersPage& page) {
    return site::page(c, {.title = "Centers", .section = "members"}, [&](Writer& w) {
        parts::page_head(w, "Centers", "The election offices of the program.", [&](Writer& inner) {
            parts::button_link(inner, link<"/members">(), "People", parts::Look::plain);
            if (may_edit_centers(c.viewer))
                parts::button_link(inner, link<"/admin/centers/new">(), "Add a Center", parts::Look::main,
                                   "plus");
        });
        parts::filter_form(w, link<"/centers">(), [&](Writer& inner) {
            parts::text_field(inner, page.filter,
                              {.name = "state",
                               .label = "State",
                               .hint = "Its name or two letters",
                               .max_length = 30,
                               .look = "brief"});
            parts::submit(inner, {.words = "Show", .look = parts::Look::plain});
        });
        if (page.lines.empty()) {
            parts::empty(w, "people", "No Center here", "No Center fits. Leave the state empty to see all.");
            return;
        }
        w.put<"<div class=\"directory\">">();
        parts::list(w, {.title = "Centers", .hide_title = true}, [&](Writer& rows) {
            for (const auto& line : page.lines)
                center_row(rows, line);
        });
        w.put<"</div>">();
        parts::pager(w, std::nullopt, page.more, "", "More Centers");
    });
}

server::Response center_page(const site::Context& c, const CenterPage& page) {
    const site::Frame frame{
        .title = page.center.name, .section = "members", .crumbs = {{"Centers", link<"/centers">()}}};
    return site::page(c, frame, [&](Writer& w) {
        parts::page_head(w, page.center.name, {}, [&](Writer& inner) { acts(inner, c, page); });
        parts::columns(
            w, [&](Writer& text) { people(text, page); }, "About this Center",
            [&](Writer& aside) {
                parts::section(aside, "Facts", [&](Writer& inner) { facts(inner, page.center); });
                parts::section(aside, "Who casts its vote",
                               [&](Writer& inner) { delegates(inner, page.delegates); });
            });
    });
}

} // namespace members
