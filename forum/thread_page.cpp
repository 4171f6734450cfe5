#include "forum/thread_page.hpp"

#include "forum/category_store.hpp"
#include "forum/may.hpp"
#include "forum/tell.hpp"
#include "forum/thread_store.hpp"
#include "site/layout.hpp"

#include <algorithm>

namespace forum {
namespace {

PostId newest_of(const PostPage& page) {
    PostId newest{};
    for (const auto* posts : {&page.posts, &page.comments})
        for (const auto& post : *posts)
            newest = std::max(newest, post.id);
    return newest;
}

/// What of the viewer's inbox leads to a post of this page.
std::vector<std::string> settled(site::Context& c, const PostPage& page) {
    if (c.waiting == 0) return {};
    std::vector<std::string> addresses;
    for (const auto* posts : {&page.posts, &page.comments})
        for (const auto& post : *posts)
            addresses.push_back(address_of(post.id));
    return notices::unread_among(c.db, c.viewer.id, addresses);
}

/// Moves the marks of what was seen, and writes nothing where they stand there already.
void mark(site::Context& c, const ThreadPage& page) {
    const PostId newest = newest_of(page.posts);
    const bool moves = newest > page.thread.seen;
    auto addresses = settled(c, page.posts);
    if (!moves && addresses.empty()) return;
    c.services.database.write_later([member = c.viewer.id, thread = page.thread.id, newest, moves,
                                     now = c.now, addresses = std::move(addresses)](store::Writer& db) {
        if (moves) mark_seen(db, member, thread, newest);
        for (const auto& address : addresses)
            notices::seen(db, member, address, now);
    });
}

} // namespace

std::string reply_place(ThreadId thread, std::optional<std::int64_t> under) {
    auto place = "/forum/threads/" + std::to_string(thread.value);
    if (under) place += "?under=" + std::to_string(*under);
    return place + "#reply";
}

server::Response withdrawn_page(const site::Context& c, const Thread& thread) {
    std::string why = "This thread was withdrawn.";
    if (!thread.withdrawn_reason.empty()) why += " The reason: " + thread.withdrawn_reason;
    return site::problem(c, base::ProblemKind::gone, std::move(why));
}

server::Response show_thread_page(site::Context& c, Thread thread, int number, ReplyForm reply, int status) {
    if (thread.withdrawn_at && !may_read_withdrawn(c.viewer, thread.author)) return withdrawn_page(c, thread);

    const auto id = thread.id;
    ThreadPage page{std::move(thread), {}, number};
    page.posts = page_of_posts(c.db, id, order_of(page.thread.kind), number, c.viewer.id);
    if (page.posts.posts.empty()) return site::not_found(c, "The thread has no such page.");
    page.watching = notices::is_watching(c.db, c.viewer.id, {notices::SubjectKind::thread, id.value});
    page.may_withdraw = may_withdraw(c.viewer, facts(page.thread),
                                     page.thread.author != c.viewer.id || others_wrote(c.db, id));
    if (may_tend(c.viewer)) page.categories = categories(c.db);
    page.reply = std::move(reply);
    mark(c, page);
    const site::Frame frame{.title = page.thread.title,
                            .section = "forum",
                            .crumbs = {{"Forum", server::link<"/forum">()},
                                       {page.thread.category_name,
                                        server::link<"/forum/categories/{}">(page.thread.category_slug)}}};
    return site::page(c, frame, [&](html::Writer& w) { thread_view(w, c, page); }, status);
}

} // namespace forum
