#include "forum/may.hpp"

namespace forum {
namespace {

bool is_author(const site::Viewer& viewer, const std::optional<MemberId>& author) {
    return viewer.signed_in() && author == viewer.id;
}

} // namespace

ThreadFacts facts(const Thread& thread) {
    return {thread.kind, thread.author, thread.locked, thread.withdrawn_at.has_value()};
}

PostFacts facts(const Post& post) {
    return {post.author, post.opens(), post.under.has_value(), post.withdrawn_at.has_value(), post.comments};
}

ThreadFacts facts(const ThreadState& thread) {
    return {thread.kind, thread.author, thread.locked, thread.withdrawn};
}

PostFacts facts(const PostState& post) {
    return {post.author, post.opens(), post.under.has_value(), post.withdrawn, post.comments};
}

bool may_start(const site::Viewer& viewer, ThreadKind kind) {
    return viewer.signed_in() && (kind != ThreadKind::announcement || viewer.is_staff());
}

bool may_reply(const site::Viewer& viewer, const ThreadFacts& thread) {
    return viewer.signed_in() && !thread.locked && !thread.withdrawn;
}

bool may_comment(const site::Viewer& viewer, const ThreadFacts& thread, const PostFacts& post) {
    return may_reply(viewer, thread) && thread.kind == ThreadKind::question && !post.comment &&
           !post.withdrawn && post.comments < most_comments;
}

bool may_edit(const site::Viewer& viewer, const ThreadFacts& thread, const PostFacts& post) {
    if (post.withdrawn || thread.withdrawn) return false;
    return viewer.is_staff() || (is_author(viewer, post.author) && !thread.locked);
}

bool may_withdraw(const site::Viewer& viewer, const ThreadFacts& thread, const PostFacts& post) {
    return !post.withdrawn && !thread.withdrawn && (viewer.is_steward() || is_author(viewer, post.author));
}

bool may_withdraw(const site::Viewer& viewer, const ThreadFacts& thread, bool others_wrote) {
    if (thread.withdrawn) return false;
    return viewer.is_steward() || (is_author(viewer, thread.author) && !others_wrote);
}

bool may_vote(const site::Viewer& viewer, const ThreadFacts& thread, const PostFacts& post) {
    return viewer.signed_in() && !is_author(viewer, post.author) && !post.withdrawn && !thread.withdrawn;
}

bool may_accept(const site::Viewer& viewer, const ThreadFacts& thread, const PostFacts& post) {
    const bool is_answer = thread.kind == ThreadKind::question && !post.opens && !post.comment;
    return is_answer && !post.withdrawn && !thread.withdrawn &&
           (viewer.is_staff() || is_author(viewer, thread.author));
}

bool may_tend(const site::Viewer& viewer) {
    return viewer.is_steward();
}

bool may_retag(const site::Viewer& viewer, const ThreadFacts& thread) {
    return !thread.withdrawn && (viewer.is_steward() || (is_author(viewer, thread.author) && !thread.locked));
}

bool may_read_withdrawn(const site::Viewer& viewer, const std::optional<MemberId>& author) {
    return viewer.is_staff() || is_author(viewer, author);
}

bool may_see_name(const site::Viewer& viewer, const std::optional<MemberId>& author) {
    return viewer.is_staff() || is_author(viewer, author);
}

} // namespace forum
