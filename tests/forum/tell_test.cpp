// Who hears of what: once each, and nobody of their own doing.
#include "forum/acts.hpp"
#include "tests/forum/board.hpp"

using desk::Board;
using Inbox = std::vector<std::string>;

TEST_CASE_METHOD(Board, "the asker hears of an answer, the answerer of a comment, nobody of their own") {
    const auto question = start("Which ink?");
    const auto answer = reply(question.thread, theo, "Blue.");
    CHECK(inbox(noor) == Inbox{"answered Which ink?"});
    CHECK(inbox(theo).empty());
    reply(question.thread, noor, "Thanks.", answer);
    CHECK(inbox(theo) == Inbox{"commented Which ink?"});
    CHECK(inbox(noor) == Inbox{"answered Which ink?"});
    CHECK(inbox(linh).empty());
}

TEST_CASE_METHOD(Board, "whoever is mentioned and watches hears of it once, as mentioned") {
    const auto story = start("Ink works", forum::ThreadKind::story);
    reply(story.thread, theo, "@noor-haddad and @linh-tran, look. @nobody-here too. And @theo-brandt.");
    CHECK(inbox(noor) == Inbox{"mentioned Ink works"});
    CHECK(inbox(linh) == Inbox{"mentioned Ink works"});
    CHECK(inbox(theo).empty());
    reply(story.thread, linh, "Nice.");
    CHECK(inbox(noor) == Inbox{"replied Ink works", "mentioned Ink works"});
}

TEST_CASE_METHOD(Board, "watchers of a category hear of new threads, not of replies") {
    const auto category = forum::find_thread(db(), start("First").thread, {})->category;
    write([&](store::Writer& w) {
        notices::watch(w, linh, {notices::SubjectKind::category, category.value}, now());
        return true;
    });
    const auto second = start("Second");
    reply(second.thread, theo, "Hello.");
    CHECK(inbox(linh) == Inbox{"posted Second"});
}

TEST_CASE_METHOD(Board,
                 "whom an edit mentions newly hears of it, those mentioned before and the watchers do not") {
    const auto question = start("Which ink?");
    const auto answer = reply(question.thread, theo, "@linh-tran knows.");
    CHECK(inbox(linh) == Inbox{"mentioned Which ink?"});
    set_waiting(1);
    get(linh, desk::address(question.thread, "which-ink"));
    get(noor, desk::address(question.thread, "which-ink"));
    settle();
    const auto edit = [&](const std::string& body) {
        CHECK(call(theo, server::Method::patch, desk::api(answer), R"({"body": ")" + body + R"("})").status ==
              200);
    };
    edit("@linh-tran and @carla-coach know, @theo-brandt says.");
    edit("@linh-tran and @carla-coach know it all.");
    CHECK(inbox(coach) == Inbox{"mentioned Which ink?"});
    CHECK(inbox(linh).empty());
    CHECK(inbox(noor).empty());
    CHECK(inbox(theo).empty());
}

TEST_CASE_METHOD(Board, "an accepted answer is told to its author, once") {
    const auto question = start("Which ink?");
    const auto answer = reply(question.thread, theo, "Blue.");
    for (int i = 0; i < 2; ++i)
        write([&](store::Writer& w) { return forum::set_acceptance(w, answer, noor, {}, now()); });
    CHECK(inbox(theo) == Inbox{"accepted Which ink?"});
}

TEST_CASE_METHOD(Board, "whoever stops watching hears no more") {
    const auto question = start("Which ink?");
    CHECK(post(noor, desk::address(question.thread, "unwatch"), {}).status == 303);
    reply(question.thread, theo, "Blue.");
    CHECK(inbox(noor).empty());
    CHECK(post(linh, desk::address(question.thread, "watch"), {}).status == 303);
    reply(question.thread, theo, "Or black.");
    CHECK(inbox(linh) == Inbox{"answered Which ink?"});
    CHECK(post(linh, "/forum/categories/poll-workers/watch", {}).status == 303);
    CHECK(desk::has(get(linh, "/forum/categories/poll-workers"), "/categories/poll-workers/unwatch"));
}

TEST_CASE_METHOD(Board, "reading a thread settles what the inbox says of the posts on that page") {
    const auto question = start("Which ink?");
    for (int i = 0; i < 21; ++i)
        reply(question.thread, theo, "answer");
    CHECK(inbox(noor).size() == 21);
    set_waiting(21);
    get(noor, desk::address(question.thread, "which-ink"));
    settle();
    CHECK(inbox(noor).size() == 1);
    get(noor, desk::address(question.thread, "which-ink?page=2"));
    settle();
    CHECK(inbox(noor).empty());
}
