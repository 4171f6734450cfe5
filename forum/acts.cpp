#include "forum/acts.hpp"

#include "base/text.hpp"
#include "forum/add_post.hpp"
#include "forum/post_store.hpp"
#include "forum/thread_store.hpp"

namespace forum {
namespace {

using base::ProblemKind;

/// A post together with its thread, as the rules see them.
struct Scene {
    PostState post;
    ThreadState thread;
    PostFacts post_facts;
    ThreadFacts thread_facts;
};

base::Result<ThreadState> find(store::Reader& db, ThreadId id) {
    auto thread = thread_state(db, id);
    if (!thread) return base::fail(ProblemKind::not_found, "There is no such thread.");
    return *std::move(thread);
}

base::Result<Scene> find(store::Reader& db, PostId id) {
    const auto post = post_state(db, id);
    if (!post) return base::fail(ProblemKind::not_found, "There is no such post.");
    const auto thread = thread_state(db, post->thread).value();
    return Scene{*post, thread, facts(*post), facts(thread)};
}

tl::unexpected<base::Problem> refuse(std::string why) {
    return base::fail(ProblemKind::not_allowed, std::move(why));
}

tl::unexpected<base::Problem> refuse_reply(const ThreadFacts& thread) {
    if (thread.withdrawn)
        return base::fail(ProblemKind::gone, "This thread was withdrawn; it takes no replies.");
    return refuse(
        "This thread is locked; it takes no replies. Start a new one and link this one by its number.");
}

base::Result<> check_reason(const Viewer& viewer, const std::optional<MemberId>& author,
                            const std::string& reason) {
    if (author != viewer.id && reason.empty())
        return base::fail_field("reason",
                                "Say why: the author and everybody who finds the place will read it.");
    if (base::length(reason) > 500) return base::fail_field("reason", "Say it in at most 500 characters.");
    return {};
}

base::Result<> check_comment(bool is_comment, std::string_view body) {
    if (is_comment && base::length(body) > longest_comment)
        return base::fail_field("body",
                                "A comment has at most 2,000 characters. Shorten it, or write an answer.");
    return {};
}

} // namespace

base::Result<Started> start_thread(store::Writer& db, const Viewer& viewer, const NewThread& thread) {
    if (!may_start(viewer, thread.kind)) return refuse("Announcements are made by the program's staff.");
    return start_thread(db, thread);
}

base::Result<PostId> add_post(store::Writer& db, const Viewer& viewer, const NewPost& post) {
    const auto thread = find(db, post.thread);
    if (!thread) return base::fail(thread.error());
    const auto known = facts(*thread);
    if (!may_reply(viewer, known)) return refuse_reply(known);
    const auto under = find_under(db, *thread, post);
    if (!under) return base::fail(under.error());
    if (*under && !may_comment(viewer, known, facts(**under)))
        return refuse("No more comments can stand here. Write an answer, or start a discussion and link it.");
    if (const auto sound = check_comment(under->has_value(), post.text.body); !sound)
        return base::fail(sound.error());
    return add_post_to(db, *thread, post);
}

base::Result<revisions::Saved> edit_post(store::Writer& db, const Viewer& viewer, const Edit& edit) {
    const auto scene = find(db, edit.post);
    if (!scene) return base::fail(scene.error());
    if (scene->post.withdrawn) return base::fail(ProblemKind::gone, "This post was withdrawn.");
    if (!may_edit(viewer, scene->thread_facts, scene->post_facts))
        return refuse("Only its author, while the thread is open, and the staff may edit a post.");
    if (const auto sound = check_comment(scene->post.under.has_value(), edit.text.body); !sound)
        return base::fail(sound.error());
    return edit_post(db, edit);
}

base::Result<revisions::Saved> restore_post(store::Writer& db, const Viewer& viewer, PostId post,
                                            int revision, base::Time at) {
    const auto scene = find(db, post);
    if (!scene) return base::fail(scene.error());
    if (scene->post.withdrawn) return base::fail(ProblemKind::gone, "This post was withdrawn.");
    if (!may_edit(viewer, scene->thread_facts, scene->post_facts))
        return refuse("Only its author, while the thread is open, and the staff may edit a post.");
    return restore_post(db, post, revision, {.member = viewer.id, .at = at});
}

base::Result<> withdraw_post(store::Writer& db, const Viewer& viewer, PostId post, const std::string& reason,
                             base::Time at) {
    const auto scene = find(db, post);
    if (!scene) return base::fail(scene.error());
    // Who may not withdraw it may not do it twice either.
    auto as_it_was = scene->post_facts;
    as_it_was.withdrawn = false;
    if (!may_withdraw(viewer, scene->thread_facts, as_it_was))
        return refuse("Only its author and stewards may withdraw a post.");
    if (scene->post.withdrawn) return {};
    if (const auto sound = check_reason(viewer, scene->post.author, reason); !sound) return sound;
    return withdraw_post(db, post, viewer.id, reason, at);
}

base::Result<> withdraw_thread(store::Writer& db, const Viewer& viewer, ThreadId id,
                               const std::string& reason, base::Time at) {
    const auto thread = find(db, id);
    if (!thread) return base::fail(thread.error());
    auto as_it_was = facts(*thread);
    as_it_was.withdrawn = false;
    if (!may_withdraw(viewer, as_it_was, others_wrote(db, id)))
        return refuse(
            "A thread that others have written in can be withdrawn by a steward only. You may withdraw "
            "your own posts in it.");
    if (thread->withdrawn) return {};
    if (const auto sound = check_reason(viewer, thread->author, reason); !sound) return sound;
    return withdraw_thread(db, id, viewer.id, reason, at);
}

base::Result<> set_vote(store::Writer& db, const Viewer& viewer, PostId post, Helpful helpful,
                        base::Time at) {
    const auto scene = find(db, post);
    if (!scene) return base::fail(scene.error());
    if (scene->post.withdrawn || scene->thread_facts.withdrawn)
        return base::fail(ProblemKind::gone, "This post was withdrawn.");
    if (!may_vote(viewer, scene->thread_facts, scene->post_facts))
        return refuse("What you wrote yourself is for others to find helpful.");
    return set_vote(db, post, viewer.id, helpful, at);
}

base::Result<> set_acceptance(store::Writer& db, const Viewer& viewer, PostId post,
                              const std::vector<std::string>& states, base::Time at) {
    const auto scene = find(db, post);
    if (!scene) return base::fail(scene.error());
    const bool is_answer =
        scene->thread.kind == ThreadKind::question && !scene->post.opens() && !scene->post.under;
    if (is_answer && !scene->post.withdrawn && !may_accept(viewer, scene->thread_facts, scene->post_facts))
        return refuse("Answers are accepted by whoever asked, and by coaches and stewards.");
    return set_acceptance(db, post, viewer.id, states, at);
}

base::Result<> remove_acceptance(store::Writer& db, const Viewer& viewer, PostId post) {
    const auto scene = find(db, post);
    if (!scene) return base::fail(scene.error());
    if (!may_accept(viewer, scene->thread_facts, scene->post_facts))
        return refuse("Answers are accepted by whoever asked, and by coaches and stewards.");
    return remove_acceptance(db, post);
}

base::Result<> tend_thread(store::Writer& db, const Viewer& viewer, ThreadId thread, Tending how,
                           base::Time at) {
    if (!may_tend(viewer)) return refuse("Stewards lock and pin threads.");
    return tend_thread(db, thread, how, viewer.id, at);
}

base::Result<> move_thread(store::Writer& db, const Viewer& viewer, ThreadId thread,
                           const std::string& category, base::Time at) {
    if (!may_tend(viewer)) return refuse("Stewards move threads.");
    return move_thread(db, thread, category, viewer.id, at);
}

base::Result<> retag_thread(store::Writer& db, const Viewer& viewer, ThreadId id,
                            const std::vector<std::string>& tags, base::Time at) {
    const auto thread = find(db, id);
    if (!thread) return base::fail(thread.error());
    if (!may_retag(viewer, facts(*thread)))
        return refuse("The author and stewards choose the tags of a thread.");
    return retag_thread(db, id, tags, viewer.id, at);
}

base::Result<> set_needed_by(store::Writer& db, const Viewer& viewer, ThreadId id,
                             std::optional<base::Time> needed_by) {
    const auto thread = find(db, id);
    if (!thread) return base::fail(thread.error());
    if (!may_retag(viewer, facts(*thread)))
        return refuse("The author and stewards say when an answer is needed.");
    return set_needed_by(db, id, needed_by);
}

} // namespace forum
