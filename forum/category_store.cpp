#include "forum/category_store.hpp"

namespace forum {

std::vector<Category> categories(store::Reader& db) {
    return db
        .all<Category, "SELECT id, slug, name, description, threads FROM categories ORDER BY position">();
}

std::optional<Category> find_category(store::Reader& db, std::string_view slug) {
    return db.one<Category, "SELECT id, slug, name, description, threads FROM categories WHERE slug = ?">(
        slug);
}

std::vector<Tag> used_tags(store::Reader& db, int limit) {
    return db.all<Tag, "SELECT name, threads FROM tags INDEXED BY tags_by_use WHERE threads > 0 "
                       "ORDER BY threads DESC, name DESC LIMIT ?">(limit);
}

std::vector<std::string> unused_tags(store::Reader& db, int limit) {
    return db.all<std::string, "SELECT name FROM tags WHERE threads = 0 ORDER BY name LIMIT ?">(limit);
}

std::optional<FoundTag> find_tag(store::Reader& db, std::string_view name) {
    return db.one<FoundTag, "SELECT id, threads FROM tags WHERE name = ?">(name);
}

std::vector<std::string> tags_of(store::Reader& db, ThreadId thread) {
    return db.all<std::string, "SELECT g.name FROM thread_tags x CROSS JOIN tags g ON g.id = x.tag_id "
                               "WHERE x.thread_id = ? ORDER BY x.position">(thread);
}

void add_tags(store::Writer& db, ThreadId thread, const std::vector<std::string>& names) {
    int position = 0;
    for (const auto& name : names) {
        db.run<"INSERT INTO tags (name, threads) VALUES (?, 1) "
               "ON CONFLICT (name) DO UPDATE SET threads = threads + 1">(name);
        db.run<
            "INSERT INTO thread_tags (thread_id, position, tag_id, active_at, created_at) "
            "SELECT t.id, ?2, g.id, t.active_at, t.created_at FROM tags g, threads t WHERE g.name = ?3 AND t.id = ?1">(
            thread, ++position, name);
    }
}

void clear_tags(store::Writer& db, ThreadId thread) {
    count_in_tags(db, thread, Count::down);
    db.run<"DELETE FROM thread_tags WHERE thread_id = ?">(thread);
}

void count_in_category(store::Writer& db, CategoryId category, Count count) {
    db.run<"UPDATE categories SET threads = threads + ? WHERE id = ?">(count == Count::up ? 1 : -1, category);
}

void count_in_tags(store::Writer& db, ThreadId thread, Count count) {
    db.run<"UPDATE tags SET threads = threads + ? "
           "WHERE id IN (SELECT tag_id FROM thread_tags WHERE thread_id = ?)">(count == Count::up ? 1 : -1,
                                                                               thread);
}

} // namespace forum
