// What can be done in the forum, and what follows from it.
#include "forum/acts.hpp"
#include "forum/thread_list_store.hpp"
#include "tests/forum/board.hpp"

using desk::Board;
using forum::Helpful;
using forum::ThreadKind;

namespace {

std::vector<base::PostId> ids(const std::vector<forum::Post>& posts) {
    std::vector<base::PostId> found;
    for (const auto& post : posts)
        found.push_back(post.id);
    return found;
}

} // namespace

TEST_CASE_METHOD(Board, "a thread begins with its opening post, in its category, under its tags") {
    const auto started = start("Standbys for the morning?");
    const auto found = thread(started.thread, noor);
    CHECK(found.title == "Standbys for the morning?");
    CHECK(found.slug == "standbys-for-the-morning");
    CHECK(found.category_slug == "poll-workers");
    CHECK(found.tags == "staffing");
    CHECK(found.author_name == "Noor Haddad");
    CHECK(found.center_name == "Alder County");
    CHECK(found.posts == 1);
    CHECK(found.replies == 0);
    CHECK(found.seen == started.post);
    CHECK(post_of(started.post).opens());
    CHECK(forum::find_category(db(), "poll-workers")->threads == 1);
    CHECK(forum::find_tag(db(), "staffing")->threads == 1);
    check_counts();
}

TEST_CASE_METHOD(Board, "a thread needs a category that exists, a title and sound tags") {
    forum::NewThread thread{.category = "no-such", .tags = {"a", "b", "c", "d", "e", "f"}};
    thread.author = {.member = noor, .at = now()};
    const auto started = write([&](store::Writer& w) { return forum::start_thread(w, thread); });
    REQUIRE_FALSE(started);
    std::vector<std::string> fields;
    for (const auto& field : started.error().fields)
        fields.push_back(field.field);
    CHECK(fields == std::vector<std::string>{"category", "title", "tags"});
    thread.tags = {"Not a slug"};
    CHECK_FALSE(write([&](store::Writer& w) { return forum::start_thread(w, thread); }));
}

TEST_CASE_METHOD(Board, "a new tag is added once and counted") {
    forum::NewThread thread{.category = "poll-workers", .tags = {"coffee"}};
    thread.author = {.member = noor, .at = now()};
    thread.text = text("Coffee", "How much?");
    write([&](store::Writer& w) { return forum::start_thread(w, thread); });
    write([&](store::Writer& w) { return forum::start_thread(w, thread); });
    CHECK(forum::find_tag(db(), "coffee")->threads == 2);
}

TEST_CASE_METHOD(Board, "an import without an account keeps the author's name") {
    forum::NewThread thread{.category = "poll-workers"};
    thread.author = {.member = {}, .name = "Old Hand", .at = now()};
    thread.text = text("Imported", "From elsewhere.");
    const auto started = write([&](store::Writer& w) { return forum::start_thread(w, thread); }).value();
    CHECK(this->thread(started.thread).author_name == "Old Hand");
    CHECK_FALSE(this->thread(started.thread).author);
    CHECK(post_of(started.post).author_name == "Old Hand");
}

TEST_CASE_METHOD(Board, "answers count, comments do not, and both move the thread up") {
    const auto question = start("Which ink?");
    pass(std::chrono::hours(1));
    const auto answer = reply(question.thread, theo, "Blue.");
    pass(std::chrono::hours(1));
    const auto comment = reply(question.thread, noor, "Which blue?", answer);
    const auto found = thread(question.thread);
    CHECK(found.replies == 1);
    CHECK(found.posts == 3);
    CHECK(found.active_at == now());
    CHECK(found.last_post == comment);
    CHECK(post_of(answer).comments == 1);
    CHECK(post_of(comment).under == answer);
    check_counts();
}

TEST_CASE_METHOD(Board, "comments stand one deep, in questions only, in their own thread") {
    const auto question = start("Which ink?");
    const auto other = start("Which paper?");
    const auto story = start("Ink works", ThreadKind::story);
    const auto answer = reply(question.thread, theo, "Blue.");
    const auto comment = reply(question.thread, noor, "Which blue?", answer);
    const auto refused = [&](base::ThreadId thread, base::PostId under) {
        const forum::NewPost post{
            .thread = thread, .under = under, .author = {.member = theo, .at = now()}, .text = text("", "x")};
        const auto added = write([&](store::Writer& w) { return forum::add_post(w, post); });
        return !added && added.error().fields.at(0).field == "reply_to";
    };
    CHECK(refused(question.thread, comment));
    CHECK(refused(other.thread, answer));
    CHECK(refused(story.thread, story.post));
    CHECK(refused(question.thread, {999}));
    reply(question.thread, theo, "Do you mean for seals?", question.post); // a comment on the question itself
    CHECK(thread(question.thread).replies == 1);
}

TEST_CASE_METHOD(Board, "a locked thread takes no replies until it is unlocked") {
    const auto started = start("Which ink?");
    const auto act = [&](auto how) {
        return write([&](store::Writer& w) {
            return forum::tend_thread(w, viewer(steward), started.thread, how, now());
        });
    };
    const auto try_reply = [&] {
        return write([&](store::Writer& w) {
            return forum::add_post(w, viewer(theo),
                                   {.thread = started.thread,
                                    .author = {.member = theo, .at = now()},
                                    .text = text("", "Blue.")});
        });
    };
    REQUIRE(act(forum::Tending::lock));
    const auto refused = try_reply();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == base::ProblemKind::not_allowed);
    REQUIRE(act(forum::Tending::unlock));
    CHECK(try_reply());
    const auto by_member = write([&](store::Writer& w) {
        return forum::tend_thread(w, viewer(noor), started.thread, forum::Tending::pin, now());
    });
    CHECK_FALSE(by_member);
}

TEST_CASE_METHOD(Board, "a vote counts once, can be taken back, and is never for oneself") {
    const auto question = start("Which ink?");
    const auto answer = reply(question.thread, theo, "Blue.");
    const auto vote = [&](base::MemberId who, Helpful how) {
        return write([&](store::Writer& w) { return forum::set_vote(w, viewer(who), answer, how, now()); });
    };
    CHECK(vote(noor, Helpful::yes));
    CHECK(vote(noor, Helpful::yes));
    CHECK(vote(linh, Helpful::yes));
    CHECK(post_of(answer, noor).votes == 2);
    CHECK(post_of(answer, noor).voted);
    CHECK_FALSE(post_of(answer, coach).voted);
    CHECK_FALSE(vote(theo, Helpful::yes));
    CHECK(vote(noor, Helpful::no));
    CHECK(vote(noor, Helpful::no));
    CHECK(post_of(answer).votes == 1);
    check_counts();
}

TEST_CASE_METHOD(Board, "several answers can be accepted, each for its states") {
    const auto question = start("How long is the cure period?");
    const auto ohio = reply(question.thread, theo, "Four days.");
    const auto texas = reply(question.thread, linh, "Six days.");
    const auto accept = [&](base::MemberId who, base::PostId post, std::vector<std::string> states) {
        return write(
            [&](store::Writer& w) { return forum::set_acceptance(w, viewer(who), post, states, now()); });
    };
    CHECK(accept(noor, ohio, {"oh", "PA", "OH"}));
    CHECK(accept(coach, texas, {}));
    CHECK(thread(question.thread).accepted == 2);
    CHECK(post_of(ohio).accepted_states == "OH,PA");
    CHECK(post_of(ohio).accepted_by == "Noor Haddad");
    CHECK(post_of(texas).accepted_states == "");
    CHECK(accept(noor, ohio, {"OH"})); // again: other states, the same acceptance
    CHECK(thread(question.thread).accepted == 2);
    CHECK(post_of(ohio).accepted_states == "OH");
    CHECK_FALSE(accept(theo, texas, {}));
    const auto nowhere = accept(noor, texas, {"ZZ"});
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().fields.at(0).field == "states");
    CHECK_FALSE(accept(noor, question.post, {}));
    check_counts();

    CHECK(write([&](store::Writer& w) { return forum::remove_acceptance(w, viewer(noor), ohio); }));
    CHECK(thread(question.thread).accepted == 1);
    check_counts();
}

TEST_CASE_METHOD(Board, "withdrawing leaves a tombstone, uncounts the answer and keeps its comments") {
    const auto question = start("Which ink?");
    const auto answer = reply(question.thread, theo, "Secret ink.");
    reply(question.thread, noor, "Thanks.", answer);
    write([&](store::Writer& w) { return forum::set_acceptance(w, answer, noor, {}, now()); });
    const auto withdraw = [&](base::MemberId who, const std::string& reason) {
        return write(
            [&](store::Writer& w) { return forum::withdraw_post(w, viewer(who), answer, reason, now()); });
    };
    CHECK_FALSE(withdraw(noor, "not mine"));
    const auto without = withdraw(steward, "");
    REQUIRE_FALSE(without);
    CHECK(without.error().fields.at(0).field == "reason");
    REQUIRE(withdraw(steward, "names a voter"));
    const auto stone = post_of(answer);
    CHECK(stone.html.empty());
    CHECK(stone.withdrawn_by == "Sam Steward");
    CHECK(stone.withdrawn_reason == "names a voter");
    CHECK(stone.comments == 1);
    CHECK(thread(question.thread).replies == 0);
    CHECK(thread(question.thread).accepted == 0);
    CHECK(withdraw(steward, "again")); // changes nothing
    CHECK(post_of(answer).withdrawn_reason == "names a voter");
    CHECK(db().get<std::string, "SELECT subject || ' ' || detail FROM audit_log">() ==
          "/forum/posts/" + std::to_string(answer.value) + " names a voter");
    check_counts();
}

TEST_CASE_METHOD(Board, "a withdrawn thread is in no list and no count") {
    const auto mine = start("Which ink?");
    start("Which paper?");
    REQUIRE(write(
        [&](store::Writer& w) { return forum::withdraw_thread(w, viewer(noor), mine.thread, "", now()); }));
    CHECK(forum::list_threads(db(), {}, noor, now(), 10).threads.size() == 1);
    CHECK(forum::find_category(db(), "poll-workers")->threads == 1);
    CHECK(forum::find_tag(db(), "staffing")->threads == 1);
    check_counts();
}

TEST_CASE_METHOD(Board, "an edit of the opening post renames the thread") {
    const auto started = start("Which ink?");
    const forum::Edit edit{.post = started.post,
                           .base_revision = 1,
                           .text = text("Which ink for seals?", "Numbers fade."),
                           .author = {.member = noor, .at = now() + std::chrono::minutes(5)}};
    const auto saved = write([&](store::Writer& w) { return forum::edit_post(w, viewer(noor), edit); });
    REQUIRE(saved);
    CHECK(saved->how == revisions::Saving::saved);
    CHECK(thread(started.thread).title == "Which ink for seals?");
    CHECK(thread(started.thread).slug == "which-ink-for-seals");
    CHECK(post_of(started.post).edited_at == now() + std::chrono::minutes(5));
    CHECK_FALSE(write([&](store::Writer& w) { return forum::edit_post(w, viewer(theo), edit); }));
    CHECK(write(
        [&](store::Writer& w) { return forum::restore_post(w, viewer(noor), started.post, 1, now()); }));
    CHECK(thread(started.thread).title == "Which ink?");
    check_counts();
}

TEST_CASE_METHOD(Board, "answers stand accepted first, then by votes, then by time") {
    const auto question = start("Which ink?");
    const auto first = reply(question.thread, theo, "one");
    const auto second = reply(question.thread, linh, "two");
    const auto third = reply(question.thread, coach, "three");
    const auto fourth = reply(question.thread, theo, "four");
    write([&](store::Writer& w) { return forum::set_vote(w, third, noor, Helpful::yes, now()); });
    write([&](store::Writer& w) { return forum::set_acceptance(w, fourth, noor, {}, now()); });
    const auto page = forum::page_of_posts(db(), question.thread, forum::Order::by_worth, 1, noor);
    CHECK(ids(page.posts) == std::vector{question.post, fourth, third, first, second});
    CHECK_FALSE(page.more);
}

TEST_CASE_METHOD(Board, "twenty replies stand on a page, and each post is found on its page") {
    for (const auto kind : {ThreadKind::question, ThreadKind::discussion}) {
        const auto started = start("Long one", kind);
        std::vector<base::PostId> replies;
        for (int i = 0; i < 45; ++i)
            replies.push_back(reply(started.thread, theo, "reply " + std::to_string(i)));
        if (kind == ThreadKind::question) { // votes turn the order of the last two around
            write(
                [&](store::Writer& w) { return forum::set_vote(w, replies[44], noor, Helpful::yes, now()); });
            std::ranges::rotate(replies, replies.end() - 1);
        }
        const auto order = forum::order_of(kind);
        std::vector<base::PostId> met;
        for (int page = 1; page <= 3; ++page) {
            const auto posts = forum::page_of_posts(db(), started.thread, order, page, noor);
            CHECK(posts.posts.size() == (page == 1 ? 21 : page == 2 ? 20 : 5));
            CHECK(posts.more == (page < 3));
            for (const auto& post : posts.posts) {
                met.push_back(post.id);
                CHECK(forum::page_with(db(), *forum::post_state(db(), post.id), order) == page);
            }
        }
        CHECK(met.front() == started.post);
        met.erase(met.begin());
        CHECK(met == replies);
        CHECK(forum::page_of_posts(db(), started.thread, order, 4, noor).posts.empty());
    }
}

TEST_CASE_METHOD(Board, "moving and other tags keep the counts true and go into the audit log") {
    const auto started = start("Which ink?");
    const auto& sam = viewer(steward);
    CHECK(write([&](store::Writer& w) {
        return forum::move_thread(w, sam, started.thread, "ballots-and-tabulation", now());
    }));
    CHECK(write([&](store::Writer& w) {
        return forum::retag_thread(w, sam, started.thread, {"seals", "printing"}, now());
    }));
    CHECK(thread(started.thread).category_slug == "ballots-and-tabulation");
    CHECK(forum::find_category(db(), "poll-workers")->threads == 0);
    CHECK(forum::find_tag(db(), "staffing")->threads == 0);
    CHECK(forum::find_tag(db(), "seals")->threads == 1);
    const auto log = db().all<std::string, "SELECT subject || ' ' || detail FROM audit_log ORDER BY id">();
    const auto place = "/forum/threads/" + std::to_string(started.thread.value);
    REQUIRE(log.size() == 2);
    CHECK(log[0] == place + " Which ink?, to Ballots and tabulation");
    CHECK(log[1].starts_with(place + " "));
    CHECK_FALSE(write([&](store::Writer& w) {
        return forum::move_thread(w, viewer(noor), started.thread, "poll-workers", now());
    }));
    check_counts();
}

TEST_CASE_METHOD(Board, "check finds counts that are wrong, and rebuild makes them right again") {
    const auto question = start("Which ink?");
    const auto answer = reply(question.thread, theo, "Blue.");
    write([&](store::Writer& w) { return forum::set_vote(w, answer, noor, Helpful::yes, now()); });
    write([&](store::Writer& w) {
        w.run<"UPDATE threads SET replies = 7, title = 'Wrong' WHERE id = ?">(question.thread);
        w.run<"UPDATE posts SET votes = 9 WHERE id = ?">(answer);
        w.run<"UPDATE categories SET threads = 5 WHERE slug = 'poll-workers'">();
        w.run<"UPDATE tags SET threads = 5 WHERE name = 'staffing'">();
        return true;
    });
    CHECK(forum::check(db()).size() == 5);
    CHECK(write([](store::Writer& w) { return forum::rebuild(w); }) == 2);
    CHECK(thread(question.thread).title == "Which ink?");
    check_counts();
}
