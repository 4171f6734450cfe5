// Who hears of what happens in the forum.
#pragma once

#include "forum/model.hpp"
#include "notices/notices.hpp"

namespace forum {

/// Where a post is found, whatever page of its thread it is on by then.
std::string address_of(PostId post);
/// Those of all posts of a thread: where its inbox entries lead.
std::vector<std::string> addresses_in(store::Reader& db, ThreadId thread);

/// What happened: at which post, by whom.
struct NewsOfPost {
    notices::Subject subject;
    notices::Reason reason;
    PostId post;
    std::string title; // of the thread
    MemberId author{}; // 0: imported
    bool unnamed = false;
    base::Time at;
};

/// Those newly mentioned in an edit hear of it; its watchers do not.
void tell_mentioned(store::Writer& db, const NewsOfPost& news, const std::vector<std::string>& mentioned);
/// A new post: those mentioned hear of that, then the watchers of the subject, each once.
void tell_of_post(store::Writer& db, const NewsOfPost& news, const std::vector<std::string>& mentioned);

} // namespace forum
