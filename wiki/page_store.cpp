#include "wiki/page_store.hpp"

namespace wiki {
namespace {

/// The page begins to count in its area, or counts no more; nothing changes for one that is withdrawn.
void count_in_area(store::Writer& db, PageId page, int change) {
    db.run<"UPDATE areas SET pages = pages + ?2 "
           "WHERE id = (SELECT area_id FROM pages WHERE id = ?1 AND withdrawn_at IS NULL)">(page, change);
}

} // namespace

PageId add_page(store::Writer& db, const PageRecord& record) {
    const auto page =
        db.insert<PageId, "INSERT INTO pages (slug, title, area_id, text_id, owner_id, "
                          "review_by, created_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)">(
            record.slug, record.title, record.area, record.text, record.owner, record.review_by,
            record.created_at);
    count_in_area(db, page, 1);
    return page;
}

void set_saved(store::Writer& db, PageId page, std::string_view title, base::Time at) {
    db.run<"UPDATE pages SET title = ?, changed_at = ? WHERE id = ?">(title, at, page);
}

void set_area(store::Writer& db, PageId page, AreaId area) {
    count_in_area(db, page, -1);
    db.run<"UPDATE pages SET area_id = ? WHERE id = ?">(area, page);
    count_in_area(db, page, 1);
}

void set_review(store::Writer& db, PageId page, const std::optional<MemberId>& owner,
                const std::optional<base::Time>& next) {
    db.run<"UPDATE pages SET owner_id = ?, review_by = ? WHERE id = ?">(owner, next, page);
}

void set_reviewed(store::Writer& db, PageId page, base::Time at) {
    db.run<"UPDATE pages SET reviewed_at = ? WHERE id = ?">(at, page);
}

void set_withdrawn(store::Writer& db, PageId page, MemberId by, std::string_view reason, base::Time at) {
    const auto member = by ? std::optional(by) : std::nullopt;
    count_in_area(db, page, -1);
    db.run<"UPDATE pages SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?">(
        at, member, reason, page);
}

void set_returned(store::Writer& db, PageId page) {
    db.run<"UPDATE pages SET withdrawn_at = NULL, withdrawn_by = NULL, withdrawn_reason = '' WHERE id = ?">(
        page);
    count_in_area(db, page, 1);
}

void set_slug(store::Writer& db, PageId page, std::string_view old_slug, std::string_view new_slug) {
    db.run<"UPDATE pages SET slug = ? WHERE id = ?">(new_slug, page);
    db.run<"DELETE FROM page_redirects WHERE slug = ?">(new_slug);
    db.run<"INSERT INTO page_redirects (slug, page_id) VALUES (?, ?)">(old_slug, page);
}

std::optional<Page> find_page(store::Reader& db, std::string_view slug) {
    return db.one<
        Page,
        "SELECT p.id, p.slug, p.title, p.area_id, a.slug, a.name, p.owner_id, coalesce(o.name, ''), "
        "coalesce(o.handle, ''), p.review_by, p.reviewed_at, p.text_id, t.head, p.created_at, p.changed_at, "
        "coalesce(m.name, r.author_name), coalesce(m.handle, ''), coalesce(c.state, ''), p.withdrawn_at, "
        "coalesce(s.name, ''), p.withdrawn_reason "
        "FROM pages p JOIN areas a ON a.id = p.area_id JOIN texts t ON t.id = p.text_id "
        "JOIN revisions r ON r.text_id = t.id AND r.number = t.head LEFT JOIN members o ON o.id = p.owner_id "
        "LEFT JOIN members m ON m.id = r.author_id LEFT JOIN centers c ON c.id = m.center_id "
        "LEFT JOIN members s ON s.id = p.withdrawn_by WHERE p.slug = ?">(slug);
}

std::optional<Page> find_page(store::Reader& db, PageId page) {
    const auto slug = db.one<std::string, "SELECT slug FROM pages WHERE id = ?">(page);
    return slug ? find_page(db, *slug) : std::nullopt;
}

std::optional<std::string> find_moved(store::Reader& db, std::string_view old_slug) {
    return db.one<std::string, "SELECT p.slug FROM page_redirects d JOIN pages p ON p.id = d.page_id "
                               "WHERE d.slug = ?">(old_slug);
}

std::vector<std::string> old_slugs(store::Reader& db, PageId page) {
    return db.all<std::string, "SELECT slug FROM page_redirects WHERE page_id = ? ORDER BY slug">(page);
}

bool is_taken(store::Reader& db, std::string_view slug) {
    return db.get<bool, "SELECT EXISTS (SELECT 1 FROM pages WHERE slug = ?1) "
                        "OR EXISTS (SELECT 1 FROM page_redirects WHERE slug = ?1)">(slug);
}

bool is_old_slug_of(store::Reader& db, std::string_view slug, PageId page) {
    return db.get<bool, "SELECT EXISTS (SELECT 1 FROM page_redirects WHERE slug = ? AND page_id = ?)">(slug,
                                                                                                       page);
}

std::vector<Area> areas(store::Reader& db) {
    return db.all<Area, "SELECT id, slug, name, sentence, pages FROM areas ORDER BY position, id">();
}

std::optional<Area> find_area(store::Reader& db, std::string_view slug) {
    return db.one<Area, "SELECT id, slug, name, sentence, pages FROM areas WHERE slug = ?">(slug);
}

} // namespace wiki
