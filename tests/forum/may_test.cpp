// Who may do what, without a database.
#include "forum/may.hpp"
#include "tests/support/test.hpp"

using namespace forum;
using site::Role;

namespace {

site::Viewer member(std::int64_t id, Role role = Role::member) {
    return {.id = {id}, .role = role};
}

const site::Viewer nobody{};
const auto asker = member(1);
const auto other = member(2);
const auto coach = member(3, Role::coach);
const auto steward = member(4, Role::steward);

const ThreadFacts question{.kind = ThreadKind::question, .author = base::MemberId{1}};
const PostFacts answer{.author = base::MemberId{2}};

} // namespace

TEST_CASE("members ask, discuss and tell stories; announcements are the staff's") {
    CHECK(may_start(asker, ThreadKind::question));
    CHECK(may_start(asker, ThreadKind::story));
    CHECK_FALSE(may_start(asker, ThreadKind::announcement));
    CHECK(may_start(coach, ThreadKind::announcement));
    CHECK_FALSE(may_start(nobody, ThreadKind::question));
}

TEST_CASE("a locked or withdrawn thread takes no replies, not even from staff") {
    auto thread = question;
    CHECK(may_reply(other, thread));
    thread.locked = true;
    CHECK_FALSE(may_reply(other, thread));
    CHECK_FALSE(may_reply(steward, thread));
    thread = question;
    thread.withdrawn = true;
    CHECK_FALSE(may_reply(asker, thread));
}

TEST_CASE("comments stand under questions and answers, not under comments, and not without end") {
    CHECK(may_comment(asker, question, answer));
    auto post = answer;
    post.comment = true;
    CHECK_FALSE(may_comment(asker, question, post));
    post = answer;
    post.comments = most_comments;
    CHECK_FALSE(may_comment(asker, question, post));
    auto discussion = question;
    discussion.kind = ThreadKind::discussion;
    CHECK_FALSE(may_comment(asker, discussion, answer));
}

TEST_CASE("authors edit what they wrote while the thread is open; staff always") {
    CHECK(may_edit(other, question, answer));
    CHECK_FALSE(may_edit(asker, question, answer));
    CHECK(may_edit(coach, question, answer));
    auto locked = question;
    locked.locked = true;
    CHECK_FALSE(may_edit(other, locked, answer));
    CHECK(may_edit(steward, locked, answer));
    auto gone = answer;
    gone.withdrawn = true;
    CHECK_FALSE(may_edit(steward, question, gone));
}

TEST_CASE("authors and stewards withdraw; an imported post without an account is a steward's to withdraw") {
    CHECK(may_withdraw(other, question, answer));
    CHECK_FALSE(may_withdraw(coach, question, answer));
    CHECK(may_withdraw(steward, question, answer));
    CHECK_FALSE(may_withdraw(nobody, question, {.author = std::nullopt}));
    CHECK(may_withdraw(steward, question, {.author = std::nullopt}));
}

TEST_CASE("an asker withdraws a whole thread only as long as nobody else has written in it") {
    CHECK(may_withdraw(asker, question, false));
    CHECK_FALSE(may_withdraw(other, question, false));
    CHECK_FALSE(may_withdraw(asker, question, true));
    CHECK(may_withdraw(steward, question, true));
}

TEST_CASE("nobody votes for what they wrote") {
    CHECK(may_vote(asker, question, answer));
    CHECK_FALSE(may_vote(other, question, answer));
    CHECK_FALSE(may_vote(nobody, question, {.author = std::nullopt}));
}

TEST_CASE("whoever asked, coaches and stewards accept answers, and only answers") {
    CHECK(may_accept(asker, question, answer));
    CHECK(may_accept(coach, question, answer));
    CHECK_FALSE(may_accept(other, question, answer));
    CHECK_FALSE(may_accept(asker, question, {.author = base::MemberId{2}, .comment = true}));
    CHECK_FALSE(may_accept(asker, question, {.author = base::MemberId{1}, .opens = true}));
    auto story = question;
    story.kind = ThreadKind::story;
    CHECK_FALSE(may_accept(steward, story, answer));
}

TEST_CASE("the name of an unnamed asker is for the asker and the staff") {
    CHECK(may_see_name(asker, base::MemberId{1}));
    CHECK(may_see_name(coach, base::MemberId{1}));
    CHECK_FALSE(may_see_name(other, base::MemberId{1}));
}
