#include "forum/category_store.hpp"
#include "forum/index_store.hpp"
#include "forum/post_store.hpp"
#include "forum/tell.hpp"
#include "forum/thread_store.hpp"
#include "members/members.hpp"
#include "server/url.hpp"

namespace forum {
namespace {

/// Taking back what others wrote is an act of a steward, and is written down with its place alone: the title
/// may be what has to go, and the audit log forgets nothing.
void audit_if_anothers(store::Writer& db, const std::optional<MemberId>& author, MemberId by,
                       std::string_view action, const server::Url& place, const std::string& reason,
                       base::Time at) {
    if (author != by) members::audit(db, by, action, place.text(), reason, at);
}

} // namespace

base::Result<> withdraw_post(store::Writer& db, PostId id, MemberId by, const std::string& reason,
                             base::Time at) {
    const auto post = post_state(db, id);
    if (!post) return base::fail(base::ProblemKind::not_found, "There is no such post.");
    if (post->withdrawn) return {};
    const auto thread = thread_state(db, post->thread).value();
    const bool was_accepted = take_acceptance(db, id);
    if (was_accepted) count_accepted(db, thread.id, -1);
    set_withdrawn(db, id, by, reason, at);
    if (!post->opens() && !post->under) count_reply_out(db, thread.id);
    unindex_post(db, id, post->opens(), thread.kind);
    // The question may be without an answer now, and is found as such.
    if (const auto opening = opening_post(db, thread.id); was_accepted && !opening->withdrawn)
        index_post(db, opening->id);
    audit_if_anothers(db, post->author, by, "withdrew a post", server::link<"/forum/posts/{}">(id), reason,
                      at);
    return {};
}

base::Result<> withdraw_thread(store::Writer& db, ThreadId id, MemberId by, const std::string& reason,
                               base::Time at) {
    const auto thread = thread_state(db, id);
    if (!thread) return base::fail(base::ProblemKind::not_found, "There is no such thread.");
    if (thread->withdrawn) return {};
    set_withdrawn(db, id, by, reason, at);
    // Its title is for the author and the staff now, and an inbox is no way around.
    const auto addresses = addresses_in(db, id);
    notices::retitle(db, addresses, "A withdrawn thread");
    notices::settle(db, addresses, at);
    count_in_category(db, thread->category, Count::down);
    count_in_tags(db, id, Count::down);
    for (const auto post : live_posts(db, id))
        unindex_post(db, post, post_state(db, post).value().opens(), thread->kind);
    audit_if_anothers(db, thread->author, by, "withdrew a thread", server::link<"/forum/threads/{}">(id),
                      reason, at);
    return {};
}

} // namespace forum
