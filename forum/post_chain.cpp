#include "forum/post_chain.hpp"

#include "forum/index_store.hpp"
#include "forum/may.hpp"
#include "forum/post_store.hpp"
#include "forum/tell.hpp"
#include "forum/thread_store.hpp"

namespace forum {
namespace {

void forget_title(store::Writer& db, const ThreadState& thread, bool newest) {
    if (newest) set_title(db, thread.id, revisions::emptied_title);
    if (newest && !thread.withdrawn) index_thread(db, thread.id);
    if (!thread.withdrawn)
        notices::retitle(db, addresses_in(db, thread.id), thread_state(db, thread.id).value().title);
}

} // namespace

revisions::Chain chain_of(const site::Context& c, const PostState& post, const ThreadState& thread) {
    const auto where = server::link<"/forum/posts/{}">(post.id);
    return {.text = post.text,
            .title = post.opens() ? thread.title : "a post in “" + thread.title + "”",
            .where = where,
            .path = where.text(),
            .section = "forum",
            .crumbs = {{"Forum", server::link<"/forum">()}, {thread.title, where}},
            .may_restore = may_edit(c.viewer, facts(thread), facts(post)),
            .standing = post.withdrawn || thread.withdrawn ? revisions::Standing::withdrawn
                                                           : revisions::Standing::shown,
            .forget_title = [post, thread](store::Writer& db, bool newest) {
                if (post.opens()) forget_title(db, thread, newest);
            }};
}

base::Result<revisions::Chain> readable_chain(site::Context& c, PostId id) {
    const auto post = post_state(c.db, id);
    if (!post) return base::fail(base::ProblemKind::not_found, "There is no such post.");
    const auto thread = thread_state(c.db, post->thread).value();
    if (thread.withdrawn && !may_read_withdrawn(c.viewer, thread.author))
        return base::fail(base::ProblemKind::gone, "This thread was withdrawn.");
    if (post->withdrawn && !may_read_withdrawn(c.viewer, post->author))
        return base::fail(base::ProblemKind::gone, "This post was withdrawn.");
    const bool unnamed = thread.attribution == Attribution::unnamed && post->author == thread.author;
    if (unnamed && !may_see_name(c.viewer, post->author))
        return base::fail(base::ProblemKind::not_allowed,
                          "The history of this post would name who wrote it.");
    return chain_of(c, *post, thread);
}

} // namespace forum
