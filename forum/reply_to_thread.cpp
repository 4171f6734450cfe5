#include "forum/handlers.hpp"
#include "forum/input.hpp"
#include "forum/post_view.hpp"
#include "forum/thread_page.hpp"
#include "forum/thread_store.hpp"

namespace forum {
namespace {

/// The page again, with the form as it was sent.
Response show_again(site::Context& c, ThreadId id, std::optional<base::Problem> problem) {
    auto thread = find_thread(c.db, id, c.viewer.id);
    if (!thread) return site::not_found(c, "There is no such thread.");
    ReplyForm reply{.state = {c.input, std::move(problem), {}}, .place = c.input.line("key")};
    if (const auto number = c.input.number("reply_to")) {
        // Of this thread only: whether its author's name is shown is known by the thread.
        auto under = find_post(c.db, PostId{*number}, c.viewer.id);
        if (under && under->thread == id) reply.under = std::move(under);
    }
    if (!reply.state.problem) reply.preview = revisions::preview(c.db, c.input.text("body"));
    if (reply.preview && !*reply.preview) reply.state.problem = reply.preview->error();
    const auto page = c.input.number("page").value_or(1);
    const int status = reply.state.problem ? 422 : 200;
    return show_thread_page(c, *std::move(thread), page >= 1 && page <= 100'000 ? static_cast<int>(page) : 1,
                            std::move(reply), status);
}

} // namespace

Response reply_to_thread(site::Context& c, ThreadId id) {
    if (revisions::wants_preview(c)) return show_again(c, id, std::nullopt);
    const auto reply = read_reply(c, id);
    if (!reply) return show_again(c, id, reply.error());

    const auto post = c.write([&](store::Writer& db) {
        auto added = add_post(db, c.viewer, *reply);
        if (added) revisions::forget_draft(db, c.viewer.id, c.input.line("key"));
        return added;
    });
    if (!post && post.error().kind == base::ProblemKind::invalid) return show_again(c, id, post.error());
    if (!post) return site::problem(c, post.error());

    const auto thread = find_thread(c.db, id, c.viewer.id).value();
    const auto page = page_with(c.db, post_state(c.db, *post).value(), order_of(thread.kind));
    const std::string_view notice = reply->under                          ? "Your comment is posted."
                                    : thread.kind == ThreadKind::question ? "Your answer is posted."
                                                                          : "Your reply is posted.";
    return site::done(c, place_of(thread, page.value_or(1), *post), notice);
}

} // namespace forum
