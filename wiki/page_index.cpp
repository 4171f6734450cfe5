#include "wiki/page_index.hpp"

#include "search/index.hpp"
#include "server/url.hpp"
#include "wiki/page_store.hpp"

namespace wiki {

void tell_names(store::Writer& db, const Page& page) {
    revisions::name_page(db, page.slug, page.title);
    for (const auto& slug : old_slugs(db, page.id))
        revisions::name_page(db, slug, page.title);
}

void forget_names(store::Writer& db, const Page& page) {
    revisions::forget_page_name(db, page.slug);
    for (const auto& slug : old_slugs(db, page.id))
        revisions::forget_page_name(db, slug);
}

void index_page(store::Writer& db, const Page& page, const markup::Rendered& rendered) {
    search::Document document;
    document.kind = search::Kind::page;
    document.ref = page.id.value;
    document.title = page.title;
    document.place = page.area_slug;
    for (const auto& section : rendered.sections)
        document.passages.push_back({section.heading_id, section.heading, section.text});
    document.address = server::link<"/practices/{}">(page.slug).text();
    document.author = page.changed_by_handle;
    document.author_name = page.changed_by;
    document.state = page.changed_by_state;
    document.at = page.changed_at;
    search::put(db, std::move(document));
}

} // namespace wiki
