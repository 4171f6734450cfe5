#include "notices/notices.hpp"
#include "notices/see.hpp"
#include "revisions/drafts.hpp"
#include "wiki/handlers.hpp"
#include "wiki/page_lookup.hpp"
#include "wiki/page_view.hpp"

namespace wiki {
namespace {

constexpr int links_shown = 6;

} // namespace

server::Response show_page(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up(c, slug);
    if (!page) return instead;

    Reading reading;
    reading.text = revisions::rendered(c.db, page->text);
    reading.linked_from = linking(c.db, *page, links_shown);
    reading.watching = notices::is_watching(c.db, c.viewer.id, {notices::SubjectKind::page, page->id.value});
    reading.has_draft = revisions::find_draft_under(c.db, c.viewer.id, edit_place(*page, "")).has_value();

    notices::see(c, address_of(*page).text());
    return reading_page(c, *page, reading);
}

server::Response show_links(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up(c, slug, "/links");
    if (!page) return instead;
    const auto names = linking(c.db, *page, 500);

    auto crumbs = way_to(*page);
    crumbs.push_back({page->title, address_of(*page)});
    const site::Frame frame{
        .title = "What links to " + page->title, .section = "practices", .crumbs = crumbs, .width = "narrow"};
    return site::page(c, frame, [&](html::Writer& w) {
        parts::page_head(w, frame.title);
        if (names.empty()) {
            parts::empty(w, "link", "No page links here yet",
                         "Write [[" + page->slug + "]] in another page to link this one.");
            return;
        }
        parts::list(w, {.title = "Pages", .hide_title = true}, [&](html::Writer& inner) {
            for (const auto& name : names)
                parts::row(inner, {.title = name.title, .where = server::link<"/practices/{}">(name.slug)});
        });
    });
}

} // namespace wiki
