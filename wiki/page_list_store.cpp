#include "wiki/page_list_store.hpp"

#include "wiki/columns.hpp"
#include "wiki/page_store.hpp"

#include <algorithm>
#include <limits>

namespace wiki {
namespace {

constexpr int most_due = 50; // nobody reviews more at a time

} // namespace

std::vector<PageRow> changed(store::Reader& db, const std::optional<AreaId>& area,
                             const std::optional<site::Cursor>& before, int limit) {
    constexpr std::int64_t latest = std::numeric_limits<std::int64_t>::max();
    const auto start = before.value_or(site::Cursor{latest, latest});
    if (area)
        return db.all<PageRow, row_columns + "FROM pages p " + row_joins +
                                   "WHERE p.withdrawn_at IS NULL AND p.area_id = ? "
                                   "AND (p.changed_at, p.id) < (?, ?) "
                                   "ORDER BY p.changed_at DESC, p.id DESC LIMIT ?">(*area, start.key,
                                                                                    start.id, limit);
    return db.all<PageRow, row_columns + "FROM pages p " + row_joins +
                               "WHERE p.withdrawn_at IS NULL AND (p.changed_at, p.id) < (?, ?) "
                               "ORDER BY p.changed_at DESC, p.id DESC LIMIT ?">(start.key, start.id, limit);
}

std::vector<PageRow> recent_changes(store::Reader& db, int limit) {
    return changed(db, std::nullopt, std::nullopt, limit);
}

std::vector<PageRow> in_area(store::Reader& db, AreaId area, PageId after, int limit) {
    return db.all<PageRow, row_columns + "FROM pages p " + row_joins +
                               "WHERE p.withdrawn_at IS NULL AND p.area_id = ?1 AND (p.title, p.id) > "
                               "(coalesce((SELECT title FROM pages WHERE id = ?2), ''), ?2) "
                               "ORDER BY p.title, p.id LIMIT ?3">(area, after, limit);
}

std::vector<PageName> names_in_area(store::Reader& db, AreaId area, int limit) {
    return db.all<PageName, "SELECT slug, title FROM pages WHERE withdrawn_at IS NULL AND area_id = ? "
                            "ORDER BY title, id LIMIT ?">(area, limit);
}

std::vector<DueReview> waiting_for(store::Reader& db, MemberId member, base::Time now) {
    return db.all<DueReview,
                  "SELECT slug, title, review_by FROM pages WHERE withdrawn_at IS NULL AND owner_id = ? "
                  "AND review_by < ? ORDER BY review_by LIMIT ?">(member, now, most_due);
}

std::vector<DueReview> overdue(store::Reader& db, base::Time now, int limit) {
    return db.all<DueReview,
                  "SELECT slug, title, review_by FROM pages WHERE withdrawn_at IS NULL AND review_by < ? "
                  "ORDER BY review_by LIMIT ?">(now, limit);
}

std::vector<WithdrawnPage> withdrawn(store::Reader& db, int limit) {
    return db.all<WithdrawnPage, "SELECT slug, title, withdrawn_at, withdrawn_reason FROM pages "
                                 "WHERE withdrawn_at IS NOT NULL ORDER BY withdrawn_at DESC LIMIT ?">(limit);
}

std::vector<PageName> linking(store::Reader& db, const Page& page, int limit) {
    // The first that linked it, and these by title: to sort all of them first would read every page that
    // links a page that everybody links.
    std::vector<PageName> found;
    auto slugs = old_slugs(db, page.id);
    slugs.insert(slugs.begin(), page.slug);
    for (const auto& slug : slugs)
        for (auto& name :
             db.all<PageName,
                    "SELECT p.slug, p.title FROM text_links l CROSS JOIN pages p ON p.text_id = l.text_id "
                    "WHERE l.slug = ?1 AND p.id <> ?2 AND p.withdrawn_at IS NULL "
                    "ORDER BY l.text_id LIMIT ?3">(slug, page.id, limit))
            if (std::ranges::find(found, name.slug, &PageName::slug) == found.end())
                found.push_back(std::move(name));
    if (found.size() > static_cast<std::size_t>(limit)) found.resize(static_cast<std::size_t>(limit));
    std::ranges::sort(found, {}, &PageName::title);
    return found;
}

} // namespace wiki
