#include "forum/index_store.hpp"
#include "forum/post_store.hpp"
#include "forum/tell.hpp"
#include "forum/thread_store.hpp"
#include "revisions/mentions.hpp"

namespace forum {
namespace {

base::Problem no_such_post() {
    return {base::ProblemKind::not_found, "There is no such post."};
}

/// What follows from a new revision: the edited mark, the thread's title, the index, and that those hear of
/// it whom the text before did not mention.
void follow(store::Writer& db, const PostState& post, const std::string& body_before,
            const revisions::Saved& saved, const revisions::Author& author) {
    set_edited(db, post.id, author.at);
    const auto thread = thread_state(db, post.thread).value();
    if (post.opens() && saved.text.title != thread.title) {
        set_title(db, thread.id, saved.text.title);
        index_thread(db, thread.id);
    } else {
        index_post(db, post.id, saved.text.rendered);
    }
    tell_mentioned(db,
                   {.subject = {notices::SubjectKind::thread, thread.id.value},
                    .reason = notices::Reason::mentioned,
                    .post = post.id,
                    .title = post.opens() ? saved.text.title : thread.title,
                    .author = author.member.value_or(MemberId{}),
                    .unnamed = thread.attribution == Attribution::unnamed && author.member == thread.author,
                    .at = author.at},
                   revisions::newly_mentioned(saved.text.rendered, body_before));
}

} // namespace

base::Result<revisions::Saved> edit_post(store::Writer& db, const Edit& edit) {
    const auto post = post_state(db, edit.post);
    if (!post) return base::fail(no_such_post());
    const auto before = revisions::newest(db, post->text).body;
    auto saved = revisions::save(db, post->text, edit.base_revision, edit.text, edit.author);
    if (saved && (saved->how == revisions::Saving::saved || saved->how == revisions::Saving::merged))
        follow(db, *post, before, *saved, edit.author);
    return saved;
}

base::Result<revisions::Saved> restore_post(store::Writer& db, PostId id, int revision,
                                            const revisions::Author& author) {
    const auto post = post_state(db, id);
    if (!post) return base::fail(no_such_post());
    const auto before = revisions::newest(db, post->text).body;
    auto saved = revisions::restore(db, post->text, revision, author);
    if (saved && saved->how == revisions::Saving::saved) follow(db, *post, before, *saved, author);
    return saved;
}

} // namespace forum
