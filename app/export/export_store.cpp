#include "app/export/export_store.hpp"

namespace app::exported {

void each_center(store::Reader& db, const Visit<Center>& visit) {
    db.each<Center,
            "SELECT slug, name, jurisdiction, state, registered_voters, equipment, "
            "coalesce((SELECT group_concat(handle, ',') FROM (SELECT m.handle FROM center_delegates d "
            "JOIN members m ON m.id = d.member_id WHERE d.center_id = centers.id ORDER BY d.rank)), ''), "
            "created_at FROM centers ORDER BY id">(visit);
}

void each_member(store::Reader& db, const Visit<Member>& visit) {
    db.each<Member, "SELECT m.handle, m.name, m.title, m.about, c.slug, m.role, m.zone, m.created_at, "
                    "m.closed_at FROM members m /* whole table: export */ "
                    "LEFT JOIN centers c ON c.id = m.center_id ORDER BY m.id">(visit);
}

std::vector<Shelf> categories(store::Reader& db) {
    return db.all<Shelf, "SELECT slug, name, description FROM categories ORDER BY position">();
}

std::vector<Shelf> areas(store::Reader& db) {
    return db.all<Shelf, "SELECT slug, name, sentence FROM areas ORDER BY position, id">();
}

void each_thread(store::Reader& db, const Visit<Thread>& visit) {
    db.each<Thread,
            "SELECT t.id, t.kind, c.slug, CASE WHEN t.withdrawn_at IS NULL THEN t.title ELSE '' END, "
            "coalesce((SELECT group_concat(name, ',') FROM (SELECT g.name FROM thread_tags x "
            "JOIN tags g ON g.id = x.tag_id WHERE x.thread_id = t.id ORDER BY x.position)), ''), "
            "CASE WHEN t.attribution = 'unnamed' THEN '' ELSE coalesce(m.handle, '') END, "
            "CASE WHEN t.attribution = 'unnamed' THEN '' ELSE coalesce(m.name, t.author_name) END, "
            "t.attribution = 'unnamed', t.created_at, t.needed_by, t.pinned, t.locked, t.withdrawn_at, "
            "t.withdrawn_reason FROM threads t /* whole table: export */ "
            "JOIN categories c ON c.id = t.category_id LEFT JOIN members m ON m.id = t.author_id "
            "ORDER BY t.id">(visit);
}

void each_post(store::Reader& db, const Visit<Post>& visit) {
    db.each<Post,
            "SELECT p.id, p.thread_id, p.number, p.under_id, "
            "CASE WHEN t.attribution = 'unnamed' AND p.author_id IS t.author_id THEN '' "
            "ELSE coalesce(m.handle, '') END, "
            "CASE WHEN t.attribution = 'unnamed' AND p.author_id IS t.author_id THEN '' "
            "ELSE coalesce(m.name, p.author_name) END, p.at, p.edited_at, x.head, "
            "CASE WHEN p.withdrawn_at IS NULL AND t.withdrawn_at IS NULL THEN r.body ELSE '' END, "
            "p.votes, a.states, p.withdrawn_at, p.withdrawn_reason FROM posts p /* whole table: export */ "
            "JOIN threads t ON t.id = p.thread_id JOIN texts x ON x.id = p.text_id "
            "JOIN revisions r ON r.text_id = x.id AND r.number = x.head "
            "LEFT JOIN acceptances a ON a.post_id = p.id LEFT JOIN members m ON m.id = p.author_id "
            "ORDER BY p.id">(visit);
}

void each_revision(store::Reader& db, const Visit<Revision>& visit) {
    db.each<Revision,
            "SELECT p.id, r.number, "
            "CASE WHEN p.withdrawn_at IS NULL AND t.withdrawn_at IS NULL THEN r.title ELSE '' END, "
            "CASE WHEN p.withdrawn_at IS NULL AND t.withdrawn_at IS NULL THEN r.body ELSE '' END, "
            "CASE WHEN p.withdrawn_at IS NULL AND t.withdrawn_at IS NULL THEN r.summary ELSE '' END, "
            "CASE WHEN t.attribution = 'unnamed' AND r.author_id IS t.author_id THEN '' "
            "ELSE coalesce(m.handle, '') END, "
            "CASE WHEN t.attribution = 'unnamed' AND r.author_id IS t.author_id THEN '' "
            "ELSE coalesce(m.name, r.author_name) END, r.at, r.sha256, r.restores, r.redacted_at, "
            "p.withdrawn_at IS NOT NULL OR t.withdrawn_at IS NOT NULL FROM posts p /* whole table: export */ "
            "JOIN threads t ON t.id = p.thread_id JOIN revisions r ON r.text_id = p.text_id "
            "LEFT JOIN members m ON m.id = r.author_id ORDER BY p.id, r.number">(visit);
}

void each_vote(store::Reader& db, const Visit<Vote>& visit) {
    db.each<Vote, "SELECT v.post_id, m.handle, v.at FROM votes v /* whole table: export */ "
                  "JOIN members m ON m.id = v.member_id ORDER BY v.post_id, v.member_id">(visit);
}

std::vector<PageStep> page_steps(store::Reader& db) {
    // Times of neighbours can go back in an imported page; its versions must not.
    return db
        .all<PageStep,
             "SELECT page, number FROM (SELECT p.id AS page, r.number, max(r.at) OVER (PARTITION BY p.id "
             "ORDER BY r.number) AS at FROM pages p /* whole table: export */ "
             "JOIN revisions r ON r.text_id = p.text_id) ORDER BY at, page, number">();
}

PageVersion page_version(store::Reader& db, const PageStep& step) {
    return db
        .get<PageVersion,
             "SELECT p.slug, a.slug, coalesce(o.handle, ''), r.title, r.body, r.summary, "
             "coalesce(m.handle, ''), coalesce(m.name, r.author_name), p.review_by, "
             "coalesce((SELECT group_concat(d.slug, ',') FROM page_redirects d WHERE d.page_id = p.id), ''), "
             "r.at FROM pages p JOIN areas a ON a.id = p.area_id "
             "JOIN revisions r ON r.text_id = p.text_id AND r.number = ?2 "
             "LEFT JOIN members o ON o.id = p.owner_id LEFT JOIN members m ON m.id = r.author_id "
             "WHERE p.id = ?1">(step.page, step.number);
}

std::vector<WithdrawnPage> withdrawn_pages(store::Reader& db) {
    return db.all<WithdrawnPage,
                  "SELECT p.slug, a.slug, coalesce(m.handle, ''), coalesce(m.name, ''), p.withdrawn_reason, "
                  "p.withdrawn_at FROM pages p JOIN areas a ON a.id = p.area_id "
                  "LEFT JOIN members m ON m.id = p.withdrawn_by WHERE p.withdrawn_at IS NOT NULL "
                  "ORDER BY p.withdrawn_at">();
}

} // namespace app::exported
