#include "forum/add_post.hpp"

#include "forum/index_store.hpp"
#include "forum/may.hpp"
#include "forum/post_store.hpp"
#include "forum/tell.hpp"
#include "forum/thread_store.hpp"

namespace forum {
namespace {

notices::Reason reason_for(const ThreadState& thread, const NewPost& post) {
    if (post.under) return notices::Reason::commented;
    return thread.kind == ThreadKind::question ? notices::Reason::answered : notices::Reason::replied;
}

void tell(store::Writer& db, const ThreadState& thread, const NewPost& post, PostId id) {
    if (post.author.member) {
        notices::watch(db, *post.author.member, {notices::SubjectKind::thread, thread.id.value},
                       post.author.at);
        mark_seen(db, *post.author.member, thread.id, id);
    }
    if (post.tell == Tell::nobody) return;
    tell_of_post(
        db,
        {.subject = {notices::SubjectKind::thread, thread.id.value},
         .reason = reason_for(thread, post),
         .post = id,
         .title = thread.title,
         .author = post.author.member.value_or(MemberId{}),
         .unnamed = thread.attribution == Attribution::unnamed && post.author.member == thread.author,
         .at = post.author.at},
        post.text.rendered.mentions);
}

} // namespace

base::Result<std::optional<PostState>> find_under(store::Reader& db, const ThreadState& thread,
                                                  const NewPost& post) {
    if (!post.under) return std::optional<PostState>();
    auto above = post_state(db, *post.under);
    if (!above || above->thread != thread.id)
        return base::fail_field("reply_to", "The post to comment on is not in this thread.");
    if (thread.kind != ThreadKind::question)
        return base::fail_field("reply_to",
                                "Only questions and their answers take comments. Reply to the thread.");
    if (above->under)
        return base::fail_field("reply_to", "This is a comment itself. Comment on the answer above it.");
    return above;
}

PostId add_post_to(store::Writer& db, const ThreadState& thread, const NewPost& post) {
    const auto text = revisions::start(db, revisions::TextKind::post, post.text, post.author);
    const auto id = insert_post(db, post, thread.posts + 1, text);
    count_post(db, thread.id, id, post.author.at, !post.under);
    if (post.under) count_comment(db, *post.under);
    tell(db, thread, post, id);
    index_post(db, id, post.text.rendered);
    return id;
}

base::Result<PostId> add_post(store::Writer& db, const NewPost& post) {
    const auto thread = thread_state(db, post.thread);
    if (!thread) return base::fail(base::ProblemKind::not_found, "There is no such thread.");
    if (const auto under = find_under(db, *thread, post); !under) return base::fail(under.error());
    return add_post_to(db, *thread, post);
}

} // namespace forum
