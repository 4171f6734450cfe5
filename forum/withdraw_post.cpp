#include "forum/acts.hpp"
#include "forum/handlers.hpp"
#include "forum/post_store.hpp"
#include "forum/thread_row_view.hpp"
#include "forum/thread_store.hpp"
#include "site/layout.hpp"

namespace forum {
namespace {

using html::link;
using html::Writer;

struct Asked {
    std::string title;
    std::string consequence;
    server::Url action;
    server::Url back;
    bool own;
};

Response ask(const site::Context& c, const Asked& asked, const parts::State& state, int status = 200) {
    const site::Frame frame{
        .title = asked.title, .section = "forum", .crumbs = {{"Forum", link<"/forum">()}}, .width = "narrow"};
    return site::page(
        c, frame,
        [&](Writer& w) {
            parts::page_head(w, asked.title, asked.consequence);
            parts::form(w, c, asked.action, {}, state, [&](Writer& form) {
                parts::text_field(form, state,
                                  {.name = "reason",
                                   .label = "Reason",
                                   .hint = "Stands in its place, for everybody to read.",
                                   .optional = asked.own});
                parts::acts(form, [&](Writer& row) {
                    parts::submit(row, {.words = "Withdraw", .look = parts::Look::danger});
                    parts::button_link(row, asked.back, "Cancel", parts::Look::quiet);
                });
            });
        },
        status);
}

Asked about(const site::Context& c, const PostState& post) {
    return {"Withdraw a post",
            "A note takes its place. What it said stays in its history, for its author and the staff. "
            "It cannot be brought back.",
            link<"/forum/posts/{}/withdraw">(post.id), link<"/forum/posts/{}">(post.id),
            post.author == c.viewer.id};
}

Asked about(const site::Context& c, const ThreadState& thread) {
    return {"Withdraw the thread “" + thread.title + "”",
            "The whole thread leaves the forum and the search, with all that others wrote in it. "
            "It cannot be brought back.",
            link<"/forum/threads/{}/withdraw">(thread.id),
            link<"/forum/threads/{}/{}">(thread.id, thread.slug), thread.author == c.viewer.id};
}

/// A missing reason brings the form back; anything else is a page of its own.
template <class Thing>
Response refused(const site::Context& c, const std::optional<Thing>& thing, const base::Problem& problem) {
    if (!thing || problem.fields.empty()) return site::problem(c, problem);
    return ask(c, about(c, *thing), {c.input, problem, {}}, 422);
}

} // namespace

Response ask_withdraw_post(site::Context& c, PostId id) {
    const auto post = post_state(c.db, id);
    if (!post) return site::not_found(c, "There is no such post.");
    if (!may_withdraw(c.viewer, facts(thread_state(c.db, post->thread).value()), facts(*post)))
        return site::problem(c, base::ProblemKind::not_allowed,
                             "Only its author and stewards may withdraw a post.");
    return ask(c, about(c, *post), {});
}

Response withdraw_one_post(site::Context& c, PostId id) {
    const auto reason = c.input.line("reason");
    const auto done =
        c.write([&](store::Writer& db) { return withdraw_post(db, c.viewer, id, reason, c.now); });
    if (!done) return refused(c, post_state(c.db, id), done.error());
    return site::done(c, link<"/forum/posts/{}">(id), "The post is withdrawn.");
}

Response ask_withdraw_thread(site::Context& c, ThreadId id) {
    const auto thread = thread_state(c.db, id);
    if (!thread) return site::not_found(c, "There is no such thread.");
    if (!may_withdraw(c.viewer, facts(*thread), others_wrote(c.db, id)))
        return site::problem(c, base::ProblemKind::not_allowed,
                             "A thread that others have written in can be withdrawn by a steward only.");
    return ask(c, about(c, *thread), {});
}

Response withdraw_whole_thread(site::Context& c, ThreadId id) {
    const auto reason = c.input.line("reason");
    const auto done =
        c.write([&](store::Writer& db) { return withdraw_thread(db, c.viewer, id, reason, c.now); });
    if (!done) return refused(c, thread_state(c.db, id), done.error());
    return site::done(c, link<"/forum">(), "The thread is withdrawn.");
}

} // namespace forum
