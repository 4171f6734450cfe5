#include "notices/notices.hpp"
#include "wiki/handlers.hpp"
#include "wiki/page_store.hpp"
#include "wiki/practices_view.hpp"

namespace wiki {
namespace {

constexpr int pages_on_a_shelf = 6;
constexpr int changes_shown = 10;
constexpr int pages_of_a_list = 100;

} // namespace

server::Response show_practices(site::Context& c) {
    Front front;
    front.mine = waiting_for(c.db, c.viewer.id, c.now);
    for (auto& area : areas(c.db)) {
        auto names = names_in_area(c.db, area.id, pages_on_a_shelf);
        front.shelves.push_back({std::move(area), std::move(names)});
    }
    front.recent = recent_changes(c.db, changes_shown);
    if (c.viewer.is_steward()) {
        front.overdue = overdue(c.db, c.now, changes_shown);
        front.withdrawn = withdrawn(c.db, changes_shown);
    }
    return front_page(c, front);
}

server::Response show_area(site::Context& c, const std::string& slug) {
    auto area = find_area(c.db, slug);
    if (!area) return site::not_found(c, "There is no such practice area.");
    AreaList list;
    const PageId after{c.query.number("after").value_or(0)};
    list.is_first_page = !after;
    list.pages = in_area(c.db, area->id, after, pages_of_a_list + 1);
    list.has_more = list.pages.size() > pages_of_a_list;
    if (list.has_more) list.pages.pop_back();
    list.watching = notices::is_watching(c.db, c.viewer.id, {notices::SubjectKind::area, area->id.value});
    list.area = *std::move(area);
    return area_page(c, list);
}

} // namespace wiki
