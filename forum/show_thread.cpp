#include "base/text.hpp"
#include "forum/handlers.hpp"
#include "forum/may.hpp"
#include "forum/people.hpp"
#include "forum/thread_page.hpp"
#include "forum/thread_row_view.hpp"
#include "forum/thread_store.hpp"

namespace forum {
namespace {

int page_number(const site::Context& c) {
    const auto page = c.query.number("page").value_or(1);
    return page >= 1 && page <= 100'000 ? static_cast<int>(page) : 1;
}

/// A post of this thread that the query names.
std::optional<Post> named_post(site::Context& c, ThreadId thread, std::string_view field) {
    const auto number = c.query.number(field);
    if (!number) return std::nullopt;
    auto post = find_post(c.db, PostId{*number}, c.viewer.id);
    return post && post->thread == thread && !post->withdrawn_at ? post : std::nullopt;
}

/// The post's words as a Markdown quotation.
std::string quotation(const site::Context& c, const Post& post, const Thread& thread) {
    std::string quoted = "> **" + public_name(post, thread) + ":**\n";
    const std::string body = revisions::newest(c.db, post.text).body;
    for (const auto line : base::split(body, '\n'))
        quoted += line.empty() ? ">\n" : "> " + std::string(line) + "\n";
    return quoted + "\n";
}

/// What the form at the end begins with: the draft, a quotation.
ReplyForm reply_form(site::Context& c, const Thread& thread) {
    ReplyForm reply;
    auto under = named_post(c, thread.id, "under");
    if (under && may_comment(c.viewer, facts(thread), facts(*under))) reply.under = std::move(under);
    const auto draft_of = [&](std::optional<std::int64_t> post) {
        reply.place = reply_place(thread.id, post);
        reply.draft = revisions::find_draft(c.db, c.viewer.id, reply.place);
    };
    // By what was asked for: the post may have been withdrawn since the comment on it was begun.
    draft_of(c.query.number("under"));
    if (!reply.under && !reply.draft) draft_of(std::nullopt);

    std::string body = reply.draft ? reply.draft->body : "";
    if (const auto quoted = named_post(c, thread.id, "quote")) {
        if (!body.empty()) body += "\n\n";
        body += quotation(c, *quoted, thread);
    }
    reply.state.values.add("body", body);
    return reply;
}

Response to_thread(const site::Context& c, const Thread& thread) {
    auto where = address_of(thread);
    if (c.request.query.empty()) return server::moved(where);
    return server::moved(server::Url::local(where.text() + "?" + c.request.query).value_or(where));
}

} // namespace

Response find_thread_page(site::Context& c, ThreadId id) {
    const auto thread = find_thread(c.db, id, c.viewer.id);
    if (!thread) return site::not_found(c, "There is no such thread.");
    if (thread->withdrawn_at && !may_read_withdrawn(c.viewer, thread->author))
        return withdrawn_page(c, *thread);
    return to_thread(c, *thread);
}

Response show_thread(site::Context& c, ThreadId id, const std::string& slug) {
    auto thread = find_thread(c.db, id, c.viewer.id);
    if (!thread) return site::not_found(c, "There is no such thread.");
    if (thread->slug != slug && !thread->withdrawn_at) return to_thread(c, *thread);
    auto form = reply_form(c, *thread);
    return show_thread_page(c, *std::move(thread), page_number(c), std::move(form));
}

} // namespace forum
