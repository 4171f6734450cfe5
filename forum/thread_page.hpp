// The page of a thread, shown by the handlers that show it: reading, and a reply that was refused or is
// previewed.
#pragma once

#include "forum/post_store.hpp"
#include "revisions/editor_view.hpp"
#include "site/context.hpp"
#include "site/parts.hpp"

namespace forum {

/// The form at the end of the page.
struct ReplyForm {
    parts::State state{};
    std::optional<Post> under{}; // a comment on this one
    std::string place{};         // of its draft
    std::optional<revisions::Draft> draft{};
    std::optional<base::Result<std::string>> preview{};
};

struct ThreadPage {
    Thread thread;
    PostPage posts;
    int page = 1;
    bool watching = false;
    bool may_withdraw = false;
    std::vector<Category> categories{}; // for who may move it
    ReplyForm reply{};
};

/// The place of the draft of a reply, or of a comment under a post.
std::string reply_place(ThreadId thread, std::optional<std::int64_t> under);

/// The whole page; 404 for no such page, 410 for a withdrawn thread. Moves the marks of what the viewer has
/// seen.
server::Response show_thread_page(site::Context& c, Thread thread, int page, ReplyForm reply,
                                  int status = 200);

void thread_view(html::Writer& w, const site::Context& c, const ThreadPage& page);
void reply_view(html::Writer& w, const site::Context& c, const ThreadPage& page);
void thread_aside_view(html::Writer& w, const site::Context& c, const ThreadPage& page);

/// 410, with when, by whom and why.
server::Response withdrawn_page(const site::Context& c, const Thread& thread);

} // namespace forum
