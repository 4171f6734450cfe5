#include "forum/thread_list_store.hpp"

#include "forum/forum.hpp"
#include "forum/thread_columns.hpp"

#include <limits>

namespace forum {
namespace {

using base::Literal;

/// ?1 viewer, ?2 category, ?3 kind, ?4 tag, ?5 answered, ?6 locked, ?7 pinned, ?8 and ?9 the cursor, ?10
/// limit.
constexpr Literal filters_but_tag =
    "t.withdrawn_at IS NULL AND (?2 IS NULL OR t.category_id = ?2) AND (?3 IS NULL OR t.kind = ?3) "
    "AND (?5 IS NULL OR (t.kind = 'question' AND (t.replies > 0) = ?5)) AND (?6 IS NULL OR t.locked = ?6) "
    "AND (?7 IS NULL OR t.pinned = ?7) ";
constexpr auto filters =
    filters_but_tag +
    "AND (?4 IS NULL OR EXISTS (SELECT 1 FROM thread_tags y WHERE y.thread_id = t.id AND y.tag_id = ?4)) ";

consteval auto walk(const auto& index, const auto& order) {
    return thread_columns + "FROM threads t INDEXED BY " + index + thread_joins + "WHERE " + filters + order;
}

constexpr Literal newest_activity = "AND (t.active_at, t.id) < (?8, ?9) "
                                    "ORDER BY t.active_at DESC, t.id DESC LIMIT ?10";
constexpr Literal newest_creation = "AND (t.created_at, t.id) < (?8, ?9) "
                                    "ORDER BY t.created_at DESC, t.id DESC LIMIT ?10";
/// Kinds that many categories have few of: an index of their own, which stays small.
constexpr Literal rare_kind =
    "AND t.category_id = ?2 AND t.kind = ?3 AND t.kind IN ('story', 'announcement') ";

constexpr auto by_activity = walk(Literal("threads_active"), newest_activity);
constexpr auto by_activity_in_category =
    walk(Literal("threads_active_in_category"), Literal("AND t.category_id = ?2 ") + newest_activity);
constexpr auto by_activity_of_kind =
    walk(Literal("threads_active_of_kind"), Literal("AND t.kind = ?3 ") + newest_activity);
constexpr auto by_activity_of_rare_kind =
    walk(Literal("threads_active_of_kind_in_category"), rare_kind + newest_activity);
constexpr auto by_creation = walk(Literal("threads_new"), newest_creation);
constexpr auto by_creation_in_category =
    walk(Literal("threads_new_in_category"), Literal("AND t.category_id = ?2 ") + newest_creation);
constexpr auto by_creation_of_kind =
    walk(Literal("threads_new_of_kind"), Literal("AND t.kind = ?3 ") + newest_creation);
constexpr auto by_creation_of_rare_kind =
    walk(Literal("threads_new_of_kind_in_category"), rare_kind + newest_creation);
constexpr auto locked_by_activity =
    walk(Literal("threads_locked"), Literal("AND t.locked = 1 ") + newest_activity);
constexpr auto locked_by_activity_in_category =
    walk(Literal("threads_locked_in_category"),
         Literal("AND t.category_id = ?2 AND t.locked = 1 ") + newest_activity);
constexpr auto locked_by_creation =
    walk(Literal("threads_locked_new"), Literal("AND t.locked = 1 ") + newest_creation);
constexpr Literal waits = "AND t.kind = 'question' AND t.replies = 0 AND t.locked = 0 ";
constexpr Literal longest_wait = "AND (t.created_at, t.id) > (?8, ?9) ORDER BY t.created_at, t.id LIMIT ?10";
constexpr auto unanswered_newest = walk(Literal("threads_unanswered"), waits + newest_creation);
constexpr auto unanswered_longest = walk(Literal("threads_unanswered"), waits + longest_wait);
constexpr auto unanswered_newest_in_category = walk(
    Literal("threads_unanswered_in_category"), Literal("AND t.category_id = ?2 ") + waits + newest_creation);
constexpr auto unanswered_longest_in_category = walk(
    Literal("threads_unanswered_in_category"), Literal("AND t.category_id = ?2 ") + waits + longest_wait);
constexpr auto by_need =
    walk(Literal("threads_needed"), Literal("AND t.needed_by IS NOT NULL AND (t.needed_by, t.id) > (?8, ?9) "
                                            "ORDER BY t.needed_by, t.id LIMIT ?10"));

/// The threads of a tag stand in their order in the tag's own index.
consteval auto walk_tag(const auto& index, const auto& order) {
    return thread_columns + "FROM thread_tags z INDEXED BY " + index +
           " CROSS JOIN threads t ON t.id = z.thread_id" + thread_joins + "WHERE z.tag_id = ?4 AND " +
           filters_but_tag + order;
}

constexpr auto of_tag_by_activity =
    walk_tag(Literal("thread_tags_active"), Literal("AND (z.active_at, z.thread_id) < (?8, ?9) "
                                                    "ORDER BY z.active_at DESC, z.thread_id DESC LIMIT ?10"));
constexpr auto of_tag_by_creation =
    walk_tag(Literal("thread_tags_new"), Literal("AND (z.created_at, z.thread_id) < (?8, ?9) "
                                                 "ORDER BY z.created_at DESC, z.thread_id DESC LIMIT ?10"));

std::optional<bool> answered(const ThreadQuery& query) {
    if (query.state == State::answered) return true;
    if (query.state == State::unanswered) return false;
    return std::nullopt;
}

std::optional<bool> locked(const ThreadQuery& query) {
    if (query.state == State::locked) return true;
    // What takes no replies waits for none.
    if (query.state == State::open || query.state == State::unanswered) return false;
    return std::nullopt;
}

site::Cursor first_place(Sort sort, base::Time now) {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    if (sort == Sort::unanswered) return {std::numeric_limits<std::int64_t>::min(), 0};
    // A day that has just passed may still matter to somebody in another zone.
    if (sort == Sort::needed_by) return {(now - std::chrono::days(1)).time_since_epoch().count(), 0};
    return {most, most};
}

/// Unanswered questions come by the time of asking only: few of many threads are such, and their index is by
/// that.
Sort order_of(const ThreadQuery& query) {
    return query.state == State::unanswered && query.sort == Sort::active ? Sort::newest : query.sort;
}

std::int64_t key_of(const Thread& thread, Sort order) {
    if (order == Sort::active) return thread.active_at.time_since_epoch().count();
    if (order == Sort::needed_by) return thread.needed_by.value_or(base::Time{}).time_since_epoch().count();
    return thread.created_at.time_since_epoch().count();
}

template <Literal statement>
std::vector<Thread> fetch(store::Reader& db, const ThreadQuery& query, MemberId viewer,
                          const site::Cursor& after, int limit) {
    const auto category = query.category ? std::optional(query.category->id) : std::nullopt;
    const auto tag = query.tag ? std::optional(query.tag->id) : std::nullopt;
    const auto pinned = query.without_pinned ? std::optional(false) : std::nullopt;
    return db.all<Thread, statement>(viewer, category, query.kind, tag, answered(query), locked(query),
                                     pinned, after.key, after.id, limit);
}

/// Only questions have answers: of any other kind there is nothing to look for.
bool asks_for_nothing(const ThreadQuery& query) {
    const bool of_questions =
        query.state == State::answered || query.state == State::unanswered || query.sort == Sort::unanswered;
    return of_questions && query.kind && query.kind != ThreadKind::question;
}

bool is_rare_kind(const ThreadQuery& query) {
    return query.kind == ThreadKind::story || query.kind == ThreadKind::announcement;
}

std::vector<Thread> fetch_newest(store::Reader& db, const ThreadQuery& query, MemberId viewer,
                                 const site::Cursor& after, int limit) {
    if (query.tag) return fetch<of_tag_by_creation>(db, query, viewer, after, limit);
    if (query.state == State::unanswered)
        return query.category ? fetch<unanswered_newest_in_category>(db, query, viewer, after, limit)
                              : fetch<unanswered_newest>(db, query, viewer, after, limit);
    if (query.state == State::locked) return fetch<locked_by_creation>(db, query, viewer, after, limit);
    if (query.category && is_rare_kind(query))
        return fetch<by_creation_of_rare_kind>(db, query, viewer, after, limit);
    if (query.category) return fetch<by_creation_in_category>(db, query, viewer, after, limit);
    if (query.kind) return fetch<by_creation_of_kind>(db, query, viewer, after, limit);
    return fetch<by_creation>(db, query, viewer, after, limit);
}

std::vector<Thread> fetch_active(store::Reader& db, const ThreadQuery& query, MemberId viewer,
                                 const site::Cursor& after, int limit) {
    if (query.tag) return fetch<of_tag_by_activity>(db, query, viewer, after, limit);
    if (query.state == State::locked)
        return query.category ? fetch<locked_by_activity_in_category>(db, query, viewer, after, limit)
                              : fetch<locked_by_activity>(db, query, viewer, after, limit);
    if (query.category && is_rare_kind(query))
        return fetch<by_activity_of_rare_kind>(db, query, viewer, after, limit);
    if (query.category) return fetch<by_activity_in_category>(db, query, viewer, after, limit);
    if (query.kind) return fetch<by_activity_of_kind>(db, query, viewer, after, limit);
    return fetch<by_activity>(db, query, viewer, after, limit);
}

std::vector<Thread> fetch_in_order(store::Reader& db, ThreadQuery query, MemberId viewer,
                                   const site::Cursor& after, int limit) {
    if (asks_for_nothing(query)) return {};
    if (query.state == State::answered) query.kind = ThreadKind::question; // and so the index of a kind
    switch (order_of(query)) {
    case Sort::needed_by: return fetch<by_need>(db, query, viewer, after, limit);
    case Sort::unanswered:
        return query.category ? fetch<unanswered_longest_in_category>(db, query, viewer, after, limit)
                              : fetch<unanswered_longest>(db, query, viewer, after, limit);
    case Sort::newest: return fetch_newest(db, query, viewer, after, limit);
    case Sort::active: break;
    }
    return fetch_active(db, query, viewer, after, limit);
}

constexpr int waiting_shown = 5;
constexpr int most_pinned = 20;
constexpr int own_looked_at = 200; // the last active ones: what nobody has written in for long is no news

} // namespace

ThreadList list_threads(store::Reader& db, const ThreadQuery& query, MemberId viewer, base::Time now,
                        int limit) {
    const Sort order = order_of(query);
    const auto after = query.after.value_or(first_place(order, now));
    ThreadList list{fetch_in_order(db, query, viewer, after, limit + 1), std::nullopt};
    if (static_cast<int>(list.threads.size()) > limit) {
        list.threads.pop_back();
        const auto& last = list.threads.back();
        list.next = site::Cursor{key_of(last, order), last.id.value};
    }
    return list;
}

std::vector<Thread> pinned_threads(store::Reader& db, std::optional<CategoryId> category, MemberId viewer) {
    return db.all<Thread, thread_columns + "FROM threads t INDEXED BY threads_pinned" + thread_joins +
                              "WHERE t.pinned = 1 AND t.withdrawn_at IS NULL "
                              "AND (?2 IS NULL OR t.category_id = ?2) ORDER BY t.active_at DESC LIMIT ?3">(
        viewer, category, most_pinned);
}

Waiting waiting_for(store::Reader& db, const site::Viewer& viewer, base::Time now) {
    Waiting waiting;
    if (viewer.is_staff()) {
        ThreadQuery query{.kind = ThreadKind::question, .state = State::unanswered, .sort = Sort::needed_by};
        waiting.unanswered = list_threads(db, query, viewer.id, now, waiting_shown).threads;
        query.sort = Sort::unanswered;
        for (auto& thread : list_threads(db, query, viewer.id, now, waiting_shown).threads) {
            const bool listed = thread.needed_by && *thread.needed_by > now - std::chrono::days(1);
            if (!listed && static_cast<int>(waiting.unanswered.size()) < waiting_shown)
                waiting.unanswered.push_back(std::move(thread));
        }
    }
    waiting.news =
        db.all<Thread, thread_columns +
                           "FROM (SELECT id FROM threads INDEXED BY threads_by_author WHERE author_id = ?1 "
                           "ORDER BY active_at DESC LIMIT ?3) o CROSS JOIN threads t ON t.id = o.id" +
                           thread_joins +
                           "WHERE t.withdrawn_at IS NULL AND t.posts > 1 "
                           "AND t.last_post_id > coalesce(s.post_id, 0) "
                           "ORDER BY t.active_at DESC LIMIT ?2">(viewer.id, waiting_shown, own_looked_at);
    return waiting;
}

} // namespace forum
