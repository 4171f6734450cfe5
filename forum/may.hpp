// Who may do what in the forum: pure functions, asked by the acts that do it and by the views that offer it.
#pragma once

#include "forum/model.hpp"

namespace forum {

/// What the rules need to know about a thread.
struct ThreadFacts {
    ThreadKind kind = ThreadKind::question;
    std::optional<MemberId> author{};
    bool locked = false;
    bool withdrawn = false;
};

/// What the rules need to know about a post.
struct PostFacts {
    std::optional<MemberId> author{};
    bool opens = false;   // the thread
    bool comment = false; // stands under another
    bool withdrawn = false;
    int comments = 0;
};

ThreadFacts facts(const Thread& thread);
ThreadFacts facts(const ThreadState& thread);
PostFacts facts(const Post& post);
PostFacts facts(const PostState& post);

/// Members ask, discuss and tell; announcements are the staff's.
bool may_start(const site::Viewer& viewer, ThreadKind kind);
/// Nobody replies to a locked or withdrawn thread.
bool may_reply(const site::Viewer& viewer, const ThreadFacts& thread);
/// Comments stand under the question and its answers, not too many.
bool may_comment(const site::Viewer& viewer, const ThreadFacts& thread, const PostFacts& post);
/// Its author, while the thread is open; staff always, visibly in the history.
bool may_edit(const site::Viewer& viewer, const ThreadFacts& thread, const PostFacts& post);
/// Its author or a steward.
bool may_withdraw(const site::Viewer& viewer, const ThreadFacts& thread, const PostFacts& post);
/// A steward; its author as long as nobody else has written in it, not even a comment.
bool may_withdraw(const site::Viewer& viewer, const ThreadFacts& thread, bool others_wrote);
/// Nobody votes for what they wrote.
bool may_vote(const site::Viewer& viewer, const ThreadFacts& thread, const PostFacts& post);
/// The asker and the staff accept answers.
bool may_accept(const site::Viewer& viewer, const ThreadFacts& thread, const PostFacts& post);
/// Lock, pin, move: stewards.
bool may_tend(const site::Viewer& viewer);
/// Tags and the day an answer is needed by: also the author.
bool may_retag(const site::Viewer& viewer, const ThreadFacts& thread);
/// The text of a withdrawn post, and a withdrawn thread: its author and staff.
bool may_read_withdrawn(const site::Viewer& viewer, const std::optional<MemberId>& author);
/// The name behind "a member of a small office": the author and staff.
bool may_see_name(const site::Viewer& viewer, const std::optional<MemberId>& author);

} // namespace forum
