// One thread at a time: read, added, changed. What the changes mean stands in the acts.
#pragma once

#include "forum/forum.hpp"

namespace forum {

/// The thread as its page shows it to the viewer; withdrawn ones too.
std::optional<Thread> find_thread(store::Reader& db, ThreadId thread, MemberId viewer);
std::optional<ThreadState> thread_state(store::Reader& db, ThreadId thread);

struct ThreadRecord {
    const NewThread& given;
    CategoryId category;
    std::string slug;
};
ThreadId insert_thread(store::Writer& db, const ThreadRecord& record);
/// Counts a new post in; `reply`: an answer or reply, no comment and not the opening post.
void count_post(store::Writer& db, ThreadId thread, PostId post, base::Time at, bool reply);
/// A reply was withdrawn.
void count_reply_out(store::Writer& db, ThreadId thread);
/// Accepted answers, more (1) or fewer (-1).
void count_accepted(store::Writer& db, ThreadId thread, int change);

void set_title(store::Writer& db, ThreadId thread, std::string_view title);
void set_category(store::Writer& db, ThreadId thread, CategoryId category);
void set_locked(store::Writer& db, ThreadId thread, bool locked);
void set_pinned(store::Writer& db, ThreadId thread, bool pinned);
void set_needed(store::Writer& db, ThreadId thread, std::optional<base::Time> needed_by);
void set_withdrawn(store::Writer& db, ThreadId thread, MemberId by, const std::string& reason, base::Time at);

/// The member has seen all up to that post; never goes back.
void mark_seen(store::Writer& db, MemberId member, ThreadId thread, PostId post);

} // namespace forum
