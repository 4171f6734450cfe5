#include "forum/thread_store.hpp"

#include "base/text.hpp"
#include "forum/thread_columns.hpp"

namespace forum {

std::optional<Thread> find_thread(store::Reader& db, ThreadId thread, MemberId viewer) {
    return db.one<Thread, thread_columns + "FROM threads t" + thread_joins + "WHERE t.id = ?2">(viewer,
                                                                                                thread);
}

std::optional<ThreadState> thread_state(store::Reader& db, ThreadId thread) {
    return db.one<ThreadState,
                  "SELECT id, kind, category_id, title, slug, author_id, attribution, pinned, locked, "
                  "withdrawn_at IS NOT NULL, posts, replies FROM threads WHERE id = ?">(thread);
}

ThreadId insert_thread(store::Writer& db, const ThreadRecord& record) {
    const auto& given = record.given;
    return db.insert<
        ThreadId, "INSERT INTO threads (kind, category_id, author_id, author_name, attribution, created_at, "
                  "needed_by, title, slug, active_at) VALUES (?, ?, ?, ?, ?, ?6, ?, ?, ?, ?6)">(
        given.kind, record.category, given.author.member, given.author.member ? "" : given.author.name,
        given.attribution, given.author.at, given.needed_by, given.text.title, record.slug);
}

void count_post(store::Writer& db, ThreadId thread, PostId post, base::Time at, bool reply) {
    db.run<"UPDATE threads SET active_at = max(active_at, ?3), last_post_id = ?2, posts = posts + 1, "
           "replies = replies + ?4 WHERE id = ?1">(thread, post, at, reply);
    db.run<"UPDATE thread_tags SET active_at = max(active_at, ?2) WHERE thread_id = ?1">(thread, at);
}

void count_reply_out(store::Writer& db, ThreadId thread) {
    db.run<"UPDATE threads SET replies = replies - 1 WHERE id = ?">(thread);
}

void count_accepted(store::Writer& db, ThreadId thread, int change) {
    db.run<"UPDATE threads SET accepted = accepted + ? WHERE id = ?">(change, thread);
}

void set_title(store::Writer& db, ThreadId thread, std::string_view title) {
    db.run<"UPDATE threads SET title = ?, slug = ? WHERE id = ?">(title, base::slug(title), thread);
}

void set_category(store::Writer& db, ThreadId thread, CategoryId category) {
    db.run<"UPDATE threads SET category_id = ? WHERE id = ?">(category, thread);
}

void set_locked(store::Writer& db, ThreadId thread, bool locked) {
    db.run<"UPDATE threads SET locked = ? WHERE id = ?">(locked, thread);
}

void set_pinned(store::Writer& db, ThreadId thread, bool pinned) {
    db.run<"UPDATE threads SET pinned = ? WHERE id = ?">(pinned, thread);
}

void set_needed(store::Writer& db, ThreadId thread, std::optional<base::Time> needed_by) {
    db.run<"UPDATE threads SET needed_by = ? WHERE id = ?">(needed_by, thread);
}

void set_withdrawn(store::Writer& db, ThreadId thread, MemberId by, const std::string& reason,
                   base::Time at) {
    db.run<"UPDATE threads SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?">(
        at, by, reason, thread);
}

void mark_seen(store::Writer& db, MemberId member, ThreadId thread, PostId post) {
    db.run<"INSERT INTO thread_reads (member_id, thread_id, post_id) VALUES (?, ?, ?) "
           "ON CONFLICT (member_id, thread_id) DO UPDATE SET post_id = max(post_id, excluded.post_id)">(
        member, thread, post);
}

} // namespace forum
