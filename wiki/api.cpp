#include "wiki/api.hpp"

#include "revisions/api.hpp"
#include "site/json.hpp"
#include "wiki/page_input.hpp"
#include "wiki/page_list_store.hpp"
#include "wiki/page_lookup.hpp"
#include "wiki/page_store.hpp"
#include "wiki/page_view.hpp"

#include <algorithm>

namespace wiki::api {
namespace {

namespace json = boost::json;

json::value person(const std::string& name, const std::string& handle) {
    if (name.empty()) return nullptr;
    return json::object{{"name", name},
                        {"handle", handle.empty() ? json::value(nullptr) : json::value(handle)}};
}

json::value day(const std::optional<base::Time>& time) {
    return time ? json::value(day_text(*time)) : json::value(nullptr);
}

/// What lists and single pages share; Page and PageRow name these fields alike.
template <class AnyPage> json::object common(const AnyPage& page) {
    return {{"id", page.id.value},
            {"slug", page.slug},
            {"title", page.title},
            {"area", {{"slug", page.area_slug}, {"name", page.area_name}}},
            {"owner", person(page.owner_name, page.owner_handle)},
            {"review_by", day(page.review_by)},
            {"revision", page.revision},
            {"created_at", base::iso_time(page.created_at)},
            {"changed_at", base::iso_time(page.changed_at)},
            {"changed_by", person(page.changed_by, page.changed_by_handle)},
            {"address", server::link<"/practices/{}">(page.slug).text()}};
}

/// A page with its text.
json::object whole(store::Reader& db, PageId id) {
    const auto page = find_page(db, id).value();
    auto object = common(page);
    object["body"] = revisions::newest(db, page.text).body;
    object["html"] = revisions::rendered(db, page.text).html;
    return object;
}

server::Response conflict(site::Context& c, const Page& page, const PageInput& input,
                          revisions::Saved saved) {
    return revisions::conflict_json(c, revisions::conflict_of(c.db, page.text, {input.title, input.body, {}},
                                                              std::move(saved), address_of(page)));
}

} // namespace

server::Response list_areas(site::Context& c) {
    json::array items;
    for (const auto& area : areas(c.db))
        items.push_back(json::object{
            {"slug", area.slug}, {"name", area.name}, {"sentence", area.sentence}, {"pages", area.pages}});
    return site::listed(std::move(items), std::nullopt);
}

server::Response list_pages(site::Context& c) {
    const auto limit =
        static_cast<int>(std::clamp<std::int64_t>(c.query.number("limit").value_or(50), 1, 100));
    const auto cursor = site::Cursor::parse(c.query.raw("cursor"));
    if (c.query.has("cursor") && !cursor)
        return site::problem(c, base::fail_field("cursor", "This cursor is none of ours.").value());
    std::optional<AreaId> in;
    if (const auto slug = c.query.line("area"); !slug.empty()) {
        const auto area = find_area(c.db, slug);
        if (!area) return site::problem(c, base::fail_field("area", "There is no such area.").value());
        in = area->id;
    }
    auto pages = changed(c.db, in, cursor, limit + 1);
    std::optional<std::string> next;
    if (pages.size() > static_cast<std::size_t>(limit)) {
        pages.pop_back();
        next = site::Cursor{pages.back().changed_at.time_since_epoch().count(), pages.back().id.value}.text();
    }
    json::array items;
    for (const auto& page : pages)
        items.push_back(common(page));
    return site::listed(std::move(items), next);
}

server::Response create_page(site::Context& c) {
    const auto input = read_page_input(c);
    server::Complaints complaints;
    check_page_input(input, complaints);
    const auto keeping = read_keeping(c, complaints);
    if (!find_area(c.db, c.input.line("area")))
        complaints.add("area", "Choose the practice area that it belongs to.");
    if (complaints.any()) return site::problem(c, complaints.problem());
    const auto text = revisions::prepare(c.db, revisions::TextKind::page, input.title, input.body);
    if (!text) return site::problem(c, text.error());

    NewPage page{c.input.line("slug"), c.input.line("area"), keeping.owner, keeping.review_by};
    if (!page.owner) page.owner = c.viewer.id;
    const auto id =
        c.write([&](store::Writer& db) { return wiki::create_page(db, page, *text, author_of(c, input)); });
    if (!id) return site::problem(c, id.error());
    auto object = whole(c.db, *id);
    const auto slug = find_page(c.db, *id)->slug;
    return site::created(object, server::link<"/api/v1/pages/{}">(slug));
}

server::Response show_page(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up(c, slug);
    return page ? site::json(whole(c.db, page->id)) : instead;
}

server::Response save_page(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up(c, slug);
    if (!page) return instead;
    auto input = read_page_input(c);
    if (!c.input.has("title")) input.title = page->title;
    auto saved = save_input(c, *page, input);
    if (!saved) return site::problem(c, saved.error());
    if (saved->how == revisions::Saving::conflict) return conflict(c, *page, input, *std::move(saved));
    auto object = whole(c.db, page->id);
    object["merged"] = saved->how == revisions::Saving::merged;
    return site::json(object);
}

server::Response list_revisions(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up(c, slug, "/revisions");
    return page ? revisions::list_json(c, page->text) : instead;
}

server::Response show_revision(site::Context& c, const std::string& slug, int number) {
    const auto [page, instead] = look_up(c, slug, "/revisions/" + std::to_string(number));
    return page ? revisions::revision_json(c, page->text, number) : instead;
}

server::Response compare(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up(c, slug, "/compare");
    return page ? revisions::compare_json(c, page->text) : instead;
}

server::Response revert(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up(c, slug, "/revert");
    if (!page) return instead;
    const auto number = c.input.number("revision").value_or(0);
    const auto input = read_page_input(c);
    server::Complaints complaints;
    if (number < 1 || number > page->revision) complaints.add("revision", "Name a revision of this page.");
    if (!input.summary.empty()) complaints.check_length("summary", "The summary", input.summary, 300);
    if (complaints.any()) return site::problem(c, complaints.problem());
    const auto saved = c.write([&](store::Writer& db) {
        return restore_page(db, page->id, static_cast<int>(number), author_of(c, input));
    });
    if (!saved) return site::problem(c, saved.error());
    return site::json(whole(c.db, page->id));
}

} // namespace wiki::api
