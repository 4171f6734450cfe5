#include "base/text.hpp"
#include "forum/may.hpp"
#include "forum/post_view.hpp"
#include "forum/thread_page.hpp"
#include "forum/thread_row_view.hpp"

namespace forum {
namespace {

using html::link;
using html::Writer;

void title(Writer& w, const site::Context& c, const Thread& thread) {
    w.put<"<header class=\"page-head\"><h1>{}</h1><div class=\"row-meta\">">(thread.title);
    if (thread.kind == ThreadKind::question) parts::badge(w, "Question");
    kind_badges(w, thread);
    needed_by_mark(w, c, thread);
    w.put<"<span>Thread #{}</span></div></header>">(thread.id);
}

void withdrawn_note(Writer& w, const Thread& thread) {
    if (!thread.withdrawn_at) return;
    parts::notice(w, parts::Tone::bad, [&](Writer& note) {
        note.put<"<p>This thread was withdrawn. Only its author and the staff still see it.{}{}</p>">(
            thread.withdrawn_reason.empty() ? "" : " The reason: ", thread.withdrawn_reason);
    });
}

void replies_head(Writer& w, const Thread& thread) {
    const bool question = thread.kind == ThreadKind::question;
    w.put<"<div class=\"posts-head\"><h2>{} {}</h2><span class=\"row-meta\">{}</span></div>">(
        base::grouped(thread.replies), reply_word(thread.kind, thread.replies),
        question ? "accepted first, then the most helpful" : "in the order of writing");
}

void posts(Writer& w, const site::Context& c, const ThreadPage& page) {
    const PostLook look{page.thread, page.page, page.posts.comments};
    bool replies = false;
    for (const auto& post : page.posts.posts) {
        if (!post.opens() && !replies) {
            replies_head(w, page.thread);
            replies = true;
        }
        post_view(w, c, post, look);
    }
}

void pages(Writer& w, const ThreadPage& page) {
    const auto& thread = page.thread;
    const auto at = [&](int number) {
        return number <= 1 ? address_of(thread)
                           : link<"/forum/threads/{}/{}?page={}">(thread.id, thread.slug, number);
    };
    std::optional<server::Url> before;
    std::optional<server::Url> after;
    if (page.page > 1) before = at(page.page - 1);
    if (page.posts.more) after = at(page.page + 1);
    parts::pager(w, before, after, "Page " + std::to_string(page.page - 1),
                 "Page " + std::to_string(page.page + 1));
}

} // namespace

void thread_view(Writer& w, const site::Context& c, const ThreadPage& page) {
    title(w, c, page.thread);
    parts::columns(
        w,
        [&](Writer& text) {
            withdrawn_note(text, page.thread);
            text.put<"<div>">();
            posts(text, c, page);
            text.put<"</div>">();
            pages(text, page);
            reply_view(text, c, page);
        },
        "About this thread", [&](Writer& side) { thread_aside_view(side, c, page); });
}

} // namespace forum
