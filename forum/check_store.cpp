#include "base/text.hpp"
#include "forum/forum.hpp"
#include "forum/index_store.hpp"
#include "forum/thread_store.hpp"

namespace forum {
namespace {

struct Wrong {
    std::int64_t id;
    std::string what;
};

void report(std::vector<std::string>& faults, std::string_view thing, const std::vector<Wrong>& wrong) {
    for (const auto& [id, what] : wrong)
        faults.push_back(std::string(thing) + " " + std::to_string(id) + ": " + what);
}

/// Titles follow the newest revision of the opening post; slugs follow titles.
struct Titled {
    ThreadId thread;
    std::string title;
};

void retitle(store::Writer& db) {
    const auto stale =
        db.all<Titled,
               "SELECT t.id, r.title FROM threads t JOIN posts p ON p.thread_id = t.id AND p.number = 1 "
               "JOIN texts x ON x.id = p.text_id JOIN revisions r ON r.text_id = x.id AND r.number = x.head "
               "WHERE t.title <> r.title AND r.title <> '' /* whole table: titles are compared */">();
    for (const auto& [thread, title] : stale)
        set_title(db, thread, title);
}

void recount(store::Writer& db) {
    db.run<"UPDATE posts SET votes = (SELECT COUNT(*) FROM votes v WHERE v.post_id = posts.id), "
           "accepted = EXISTS (SELECT 1 FROM acceptances a WHERE a.post_id = posts.id), "
           "comments = (SELECT COUNT(*) FROM posts q WHERE q.under_id = posts.id), "
           "edited_at = (SELECT r.at FROM texts x JOIN revisions r ON r.text_id = x.id AND r.number = x.head "
           "WHERE x.id = posts.text_id AND x.head > 1) /* whole table: all is counted again */">();
    db.run<"UPDATE threads SET posts = (SELECT COUNT(*) FROM posts p WHERE p.thread_id = threads.id), "
           "replies = (SELECT COUNT(*) FROM posts p WHERE p.thread_id = threads.id AND p.number > 1 "
           "AND p.under_id IS NULL AND p.withdrawn_at IS NULL), "
           "accepted = (SELECT COUNT(*) FROM posts p WHERE p.thread_id = threads.id AND p.accepted = 1), "
           "last_post_id = coalesce((SELECT MAX(p.id) FROM posts p WHERE p.thread_id = threads.id), 0), "
           "active_at = coalesce((SELECT MAX(p.at) FROM posts p WHERE p.thread_id = threads.id), created_at) "
           "/* whole table: all is counted again */">();
    db.run<"UPDATE thread_tags SET active_at = (SELECT t.active_at FROM threads t WHERE t.id = thread_id), "
           "created_at = (SELECT t.created_at FROM threads t WHERE t.id = thread_id) "
           "/* whole table: all is counted again */">();
    db.run<"UPDATE categories SET threads = (SELECT COUNT(*) FROM threads t "
           "WHERE t.category_id = categories.id AND t.withdrawn_at IS NULL)">();
    db.run<
        "UPDATE tags SET threads = (SELECT COUNT(*) FROM thread_tags x JOIN threads t ON t.id = x.thread_id "
        "WHERE x.tag_id = tags.id AND t.withdrawn_at IS NULL)">();
}

} // namespace

std::vector<std::string> check(store::Reader& db) {
    std::vector<std::string> faults;
    report(faults, "post",
           db.all<Wrong, "SELECT id, 'its counts of votes, comments or acceptances are wrong' FROM posts p "
                         "WHERE votes <> (SELECT COUNT(*) FROM votes v WHERE v.post_id = p.id) "
                         "OR accepted <> EXISTS (SELECT 1 FROM acceptances a WHERE a.post_id = p.id) "
                         "OR comments <> (SELECT COUNT(*) FROM posts q WHERE q.under_id = p.id) "
                         "/* whole table: all is counted */">());
    report(faults, "thread",
           db.all<Wrong,
                  "SELECT id, 'its counts of posts, replies or accepted answers are wrong' FROM threads t "
                  "WHERE posts <> (SELECT COUNT(*) FROM posts p WHERE p.thread_id = t.id) "
                  "OR replies <> (SELECT COUNT(*) FROM posts p WHERE p.thread_id = t.id AND p.number > 1 "
                  "AND p.under_id IS NULL AND p.withdrawn_at IS NULL) "
                  "OR accepted <> (SELECT COUNT(*) FROM posts p JOIN acceptances a ON a.post_id = p.id "
                  "WHERE p.thread_id = t.id) "
                  "OR last_post_id <> (SELECT MAX(p.id) FROM posts p WHERE p.thread_id = t.id) "
                  "/* whole table: all is counted */">());
    report(
        faults, "thread",
        db.all<
            Wrong,
            "SELECT t.id, 'its title is not that of its opening post' FROM threads t "
            "JOIN posts p ON p.thread_id = t.id AND p.number = 1 JOIN texts x ON x.id = p.text_id "
            "JOIN revisions r ON r.text_id = x.id AND r.number = x.head "
            "WHERE t.title <> r.title AND r.redacted_at IS NULL /* whole table: titles are compared */">());
    report(
        faults, "category",
        db.all<Wrong,
               "SELECT id, 'its count of threads is wrong' FROM categories k WHERE threads <> "
               "(SELECT COUNT(*) FROM threads t WHERE t.category_id = k.id AND t.withdrawn_at IS NULL)">());
    report(faults, "text",
           db.all<Wrong, "/* whole table: check */ SELECT x.id, 'it belongs to no post' FROM texts x "
                         "LEFT JOIN posts p ON p.text_id = x.id WHERE x.kind = 'post' AND p.id IS NULL">());
    report(faults, "post",
           db.all<Wrong, "/* whole table: check */ SELECT p.id, 'search does not know it' FROM posts p "
                         "JOIN threads t ON t.id = p.thread_id "
                         "LEFT JOIN search_documents d ON d.family = 'post' AND d.ref = p.id "
                         "WHERE p.withdrawn_at IS NULL AND t.withdrawn_at IS NULL AND d.id IS NULL">());
    report(faults, "tag",
           db.all<Wrong, "SELECT id, 'its count of threads is wrong' FROM tags g WHERE threads <> "
                         "(SELECT COUNT(*) FROM thread_tags x JOIN threads t ON t.id = x.thread_id "
                         "WHERE x.tag_id = g.id AND t.withdrawn_at IS NULL)">());
    report(faults, "thread",
           db.all<Wrong, "/* whole table: check */ SELECT DISTINCT t.id, 'its tags stand in a wrong order' "
                         "FROM thread_tags x JOIN threads t ON t.id = x.thread_id "
                         "WHERE x.active_at <> t.active_at OR x.created_at <> t.created_at">());
    return faults;
}

int rebuild(store::Writer& db) {
    recount(db);
    retitle(db);
    const auto posts = db.all<PostId, "SELECT p.id FROM posts p JOIN threads t ON t.id = p.thread_id "
                                      "WHERE p.withdrawn_at IS NULL AND t.withdrawn_at IS NULL "
                                      "/* whole table: everything goes into the index again */">();
    for (const auto post : posts)
        index_post(db, post);
    return static_cast<int>(posts.size());
}

} // namespace forum
