#include "notices/notices.hpp"
#include "wiki/handlers.hpp"
#include "wiki/page_lookup.hpp"
#include "wiki/page_store.hpp"
#include "wiki/page_view.hpp"

namespace wiki {
namespace {

using notices::Subject;
using notices::SubjectKind;

enum class Watching { on, off };

void set_watching(site::Context& c, const Subject& subject, Watching watching) {
    c.write([&](store::Writer& db) {
        if (watching == Watching::on)
            notices::watch(db, c.viewer.id, subject, c.now);
        else
            notices::unwatch(db, c.viewer.id, subject);
    });
}

server::Response set_page(site::Context& c, const std::string& slug, Watching watching) {
    const auto [page, instead] = look_up(c, slug, watching == Watching::on ? "/watch" : "/unwatch");
    if (!page) return instead;
    set_watching(c, {SubjectKind::page, page->id.value}, watching);
    return site::done(c, address_of(*page),
                      watching == Watching::on ? "You will hear of changes to this page."
                                               : "You no longer watch this page.");
}

server::Response set_area_watch(site::Context& c, const std::string& slug, Watching watching) {
    const auto area = find_area(c.db, slug);
    if (!area) return site::not_found(c, "There is no such practice area.");
    set_watching(c, {SubjectKind::area, area->id.value}, watching);
    return site::done(c, server::link<"/practices/areas/{}">(area->slug),
                      watching == Watching::on ? "You will hear of new pages in this area."
                                               : "You no longer watch this area.");
}

} // namespace

server::Response post_watch_page(site::Context& c, const std::string& slug) {
    return set_page(c, slug, Watching::on);
}

server::Response post_unwatch_page(site::Context& c, const std::string& slug) {
    return set_page(c, slug, Watching::off);
}

server::Response post_watch_area(site::Context& c, const std::string& slug) {
    return set_area_watch(c, slug, Watching::on);
}

server::Response post_unwatch_area(site::Context& c, const std::string& slug) {
    return set_area_watch(c, slug, Watching::off);
}

} // namespace wiki
