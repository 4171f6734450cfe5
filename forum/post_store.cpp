#include "forum/post_store.hpp"

#include "base/literal.hpp"

#include <algorithm>
#include <tuple>

namespace forum {
namespace {

/// ?1 is the viewer.
constexpr base::Literal post_columns =
    "SELECT p.id, p.thread_id, p.number, p.under_id, p.text_id, p.author_id, coalesce(m.handle, ''), "
    "coalesce(m.name, p.author_name), coalesce(m.role, 'member'), coalesce(m.center_id, 0), coalesce(c.name, ''), "
    "coalesce(c.state, ''), coalesce(c.registered_voters, 0), p.at, p.edited_at, p.votes, p.accepted, p.comments, "
    "CASE WHEN p.withdrawn_at IS NULL THEN r.html ELSE '' END, a.states, am.name, v.at IS NOT NULL, p.withdrawn_at, "
    "w.name, p.withdrawn_reason FROM posts p LEFT JOIN rendered r ON r.text_id = p.text_id "
    "LEFT JOIN members m ON m.id = p.author_id LEFT JOIN centers c ON c.id = m.center_id "
    "LEFT JOIN acceptances a ON a.post_id = p.id LEFT JOIN members am ON am.id = a.member_id "
    "LEFT JOIN votes v ON v.post_id = p.id AND v.member_id = ?1 LEFT JOIN members w ON w.id = p.withdrawn_by ";

// A page's posts are sorted outside of SQLite, which would copy every text into its sorter and out again.

std::vector<Post> posts_by_time(store::Reader& db, ThreadId thread, MemberId viewer, int limit, int offset) {
    auto posts =
        db.all<Post, post_columns +
                         "WHERE p.id IN (SELECT id FROM posts INDEXED BY posts_by_time "
                         "WHERE thread_id = ?2 AND under_id IS NULL ORDER BY number LIMIT ?3 OFFSET ?4)">(
            viewer, thread, limit, offset);
    std::ranges::sort(posts, {}, &Post::number);
    return posts;
}

/// `opening`: with the post that opens the thread, at the head.
std::vector<Post> posts_by_worth(store::Reader& db, ThreadId thread, MemberId viewer, int limit, int offset,
                                 bool opening) {
    auto posts =
        db.all<Post, post_columns +
                         "WHERE p.id IN (SELECT id FROM (SELECT id FROM posts INDEXED BY posts_by_worth "
                         "WHERE thread_id = ?2 AND under_id IS NULL AND number > 1 "
                         "ORDER BY accepted DESC, votes DESC, number LIMIT ?3 OFFSET ?4) "
                         "UNION ALL SELECT id FROM posts WHERE thread_id = ?2 AND number = ?5)">(
            viewer, thread, limit, offset, opening);
    std::ranges::sort(posts, {}, [](const Post& post) {
        return std::tuple(!post.opens(), !post.accepted, -post.votes, post.number);
    });
    return posts;
}

std::vector<Post> comments_under(store::Reader& db, std::span<const Post> posts, MemberId viewer) {
    std::string ids;
    for (const auto& post : posts)
        if (post.comments > 0) ids += (ids.empty() ? "[" : ",") + std::to_string(post.id.value);
    if (ids.empty()) return {};
    return db.all<Post, post_columns + "WHERE p.under_id IN (SELECT value FROM json_each(?2)) "
                                       "ORDER BY p.under_id, p.number">(viewer, ids + "]");
}

} // namespace

Order order_of(ThreadKind kind) {
    return kind == ThreadKind::question ? Order::by_worth : Order::by_time;
}

PostPage page_of_posts(store::Reader& db, ThreadId thread, Order order, int page, MemberId viewer) {
    const bool first = page <= 1;
    const int skipped = first ? 0 : posts_a_page * (page - 1);
    PostPage result;
    // One more than is shown tells whether there are more.
    if (order == Order::by_time)
        result.posts =
            posts_by_time(db, thread, viewer, posts_a_page + 1 + (first ? 1 : 0), skipped + (first ? 0 : 1));
    else
        result.posts = posts_by_worth(db, thread, viewer, posts_a_page + 1, skipped, first);
    const std::size_t most = posts_a_page + (first ? 1 : 0);
    if (result.posts.size() > most) {
        result.posts.pop_back();
        result.more = true;
    }
    result.comments = comments_under(db, result.posts, viewer);
    return result;
}

std::optional<int> page_with(store::Reader& db, const PostState& post, Order order) {
    if (post.under) {
        const auto above = post_state(db, *post.under);
        return above ? page_with(db, *above, order) : std::nullopt;
    }
    if (post.opens()) return 1;
    const int before =
        order == Order::by_time
            ? db.get<int, "SELECT COUNT(*) FROM posts INDEXED BY posts_by_time "
                          "WHERE thread_id = ? AND under_id IS NULL AND number > 1 AND number < ?">(
                  post.thread, post.number)
            : db.get<int, "SELECT COUNT(*) FROM posts q INDEXED BY posts_by_worth, posts p "
                          "WHERE p.id = ?2 AND q.thread_id = ?1 AND q.under_id IS NULL AND q.number > 1 "
                          "AND (-q.accepted, -q.votes, q.number) < (-p.accepted, -p.votes, p.number)">(
                  post.thread, post.id);
    return before / posts_a_page + 1;
}

std::optional<Post> find_post(store::Reader& db, PostId post, MemberId viewer) {
    return db.one<Post, post_columns + "WHERE p.id = ?2">(viewer, post);
}

std::optional<PostState> post_state(store::Reader& db, PostId post) {
    return db.one<PostState, "SELECT id, thread_id, number, under_id, text_id, author_id, accepted, "
                             "withdrawn_at IS NOT NULL, comments FROM posts WHERE id = ?">(post);
}

std::optional<PostState> opening_post(store::Reader& db, ThreadId thread) {
    return db
        .one<PostState, "SELECT id, thread_id, number, under_id, text_id, author_id, accepted, "
                        "withdrawn_at IS NOT NULL, comments FROM posts WHERE thread_id = ? AND number = 1">(
            thread);
}

std::vector<PostId> live_posts(store::Reader& db, ThreadId thread) {
    return db
        .all<PostId, "SELECT id FROM posts WHERE thread_id = ? AND withdrawn_at IS NULL ORDER BY number">(
            thread);
}

std::vector<PostId> all_posts(store::Reader& db, ThreadId thread) {
    return db.all<PostId, "SELECT id FROM posts WHERE thread_id = ? ORDER BY number">(thread);
}

bool others_wrote(store::Reader& db, ThreadId thread) {
    return db.get<bool, "SELECT EXISTS (SELECT 1 FROM threads t JOIN posts p ON p.thread_id = t.id "
                        "WHERE t.id = ? AND p.author_id IS NOT t.author_id AND p.withdrawn_at IS NULL)">(
        thread);
}

PostId insert_post(store::Writer& db, const NewPost& post, int number, base::TextId text) {
    return db.insert<PostId,
                     "INSERT INTO posts (thread_id, number, under_id, text_id, author_id, author_name, at) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?)">(
        post.thread, number, post.under, text, post.author.member, post.author.member ? "" : post.author.name,
        post.author.at);
}

void count_comment(store::Writer& db, PostId under) {
    db.run<"UPDATE posts SET comments = comments + 1 WHERE id = ?">(under);
}

void set_edited(store::Writer& db, PostId post, base::Time at) {
    db.run<"UPDATE posts SET edited_at = ? WHERE id = ?">(at, post);
}

void set_withdrawn(store::Writer& db, PostId post, MemberId by, const std::string& reason, base::Time at) {
    db.run<"UPDATE posts SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?">(
        at, by, reason, post);
}

bool add_vote(store::Writer& db, PostId post, MemberId member, base::Time at) {
    if (db.run<"INSERT OR IGNORE INTO votes (post_id, member_id, at) VALUES (?, ?, ?)">(post, member, at) ==
        0)
        return false;
    db.run<"UPDATE posts SET votes = votes + 1 WHERE id = ?">(post);
    return true;
}

bool take_vote(store::Writer& db, PostId post, MemberId member) {
    if (db.run<"DELETE FROM votes WHERE post_id = ? AND member_id = ?">(post, member) == 0) return false;
    db.run<"UPDATE posts SET votes = votes - 1 WHERE id = ?">(post);
    return true;
}

bool add_acceptance(store::Writer& db, PostId post, std::optional<MemberId> by, const std::string& states,
                    base::Time at) {
    db.run<"INSERT INTO acceptances (post_id, states, member_id, at) VALUES (?, ?, ?, ?) "
           "ON CONFLICT (post_id) DO UPDATE SET states = excluded.states, member_id = excluded.member_id, "
           "at = excluded.at">(post, states, by, at);
    return db.run<"UPDATE posts SET accepted = 1 WHERE id = ? AND accepted = 0">(post) > 0;
}

bool take_acceptance(store::Writer& db, PostId post) {
    if (db.run<"DELETE FROM acceptances WHERE post_id = ?">(post) == 0) return false;
    db.run<"UPDATE posts SET accepted = 0 WHERE id = ?">(post);
    return true;
}

} // namespace forum
