// Lists of threads: order, filters, parts, what is new, what waits.
#include "forum/acts.hpp"
#include "forum/thread_list_store.hpp"
#include "tests/forum/board.hpp"

using desk::Board;
using forum::Sort;
using forum::State;
using forum::ThreadKind;
using forum::ThreadQuery;

namespace {

struct ListBoard : Board {
    std::vector<std::string> titles(const ThreadQuery& query, base::MemberId viewer = {}) {
        std::vector<std::string> found;
        for (const auto& thread : forum::list_threads(db(), query, viewer, now(), 100).threads)
            found.push_back(thread.title);
        return found;
    }
    forum::Started later(const std::string& title, ThreadKind kind = ThreadKind::question) {
        pass(std::chrono::minutes(10));
        return start(title, kind);
    }
    void need(base::ThreadId thread, std::chrono::hours ahead) {
        write([&](store::Writer& w) { return forum::set_needed_by(w, thread, now() + ahead); });
    }
};

using Titles = std::vector<std::string>;

} // namespace

TEST_CASE_METHOD(ListBoard, "threads stand by their newest post, or by when they were started") {
    const auto a = later("A");
    later("B");
    pass(std::chrono::minutes(10));
    reply(a.thread, theo, "up again");
    CHECK(titles({}) == Titles{"A", "B"});
    CHECK(titles({.sort = Sort::newest}) == Titles{"B", "A"});
}

TEST_CASE_METHOD(ListBoard, "every filter narrows every order") {
    const auto answered = later("Answered");
    later("Open");
    const auto locked = later("Locked", ThreadKind::discussion);
    later("Story", ThreadKind::story);
    reply(answered.thread, theo, "Here.");
    write([&](store::Writer& w) {
        forum::retag_thread(w, answered.thread, {"seals"}, steward, now());
        forum::move_thread(w, answered.thread, "canvass-and-audits", steward, now());
        return forum::tend_thread(w, locked.thread, forum::Tending::lock, steward, now());
    });
    for (const auto sort : {Sort::active, Sort::newest}) {
        CHECK(titles({.kind = ThreadKind::story, .sort = sort}) == Titles{"Story"});
        CHECK(titles({.category = forum::find_category(db(), "canvass-and-audits"), .sort = sort}) ==
              Titles{"Answered"});
        CHECK(titles({.tag = forum::find_tag(db(), "seals"), .sort = sort}) == Titles{"Answered"});
        CHECK(titles({.state = State::answered, .sort = sort}) == Titles{"Answered"});
        CHECK(titles({.state = State::unanswered, .sort = sort}) == Titles{"Open"});
        CHECK(titles({.state = State::locked, .sort = sort}) == Titles{"Locked"});
        CHECK(titles({.state = State::open, .sort = sort}).size() == 3);
        CHECK(
            titles({.kind = ThreadKind::story, .tag = forum::find_tag(db(), "seals"), .sort = sort}).empty());
    }
}

TEST_CASE_METHOD(ListBoard,
                 "unanswered questions stand by how long they wait, and leave with the first answer") {
    const auto a = later("A");
    later("B");
    later("Not a question", ThreadKind::discussion);
    CHECK(titles({.sort = Sort::unanswered}) == Titles{"A", "B"});
    const auto answer = reply(a.thread, theo, "Here.");
    CHECK(titles({.sort = Sort::unanswered}) == Titles{"B"});
    write([&](store::Writer& w) { return forum::withdraw_post(w, answer, theo, "", now()); });
    CHECK(titles({.sort = Sort::unanswered}) == Titles{"A", "B"});
}

TEST_CASE_METHOD(ListBoard, "questions with a day stand by it, without those whose day is over") {
    const auto late = later("Late");
    const auto soon = later("Soon");
    const auto past = later("Past");
    later("Whenever");
    need(late.thread, std::chrono::hours(200));
    need(soon.thread, std::chrono::hours(20));
    need(past.thread, -std::chrono::hours(48));
    CHECK(titles({.sort = Sort::needed_by}) == Titles{"Soon", "Late"});
}

TEST_CASE_METHOD(ListBoard, "a long list comes part by part, without losing or doubling a thread") {
    for (int i = 0; i < 25; ++i)
        start("T" + std::to_string(i)); // all at the same second
    for (const auto sort : {Sort::active, Sort::newest, Sort::unanswered}) {
        ThreadQuery query{.sort = sort};
        Titles met;
        int parts = 0;
        do {
            const auto list = forum::list_threads(db(), query, noor, now(), 7);
            for (const auto& thread : list.threads)
                met.push_back(thread.title);
            query.after = list.next;
            ++parts;
        } while (query.after);
        CHECK(parts == 4);
        CHECK(met.size() == 25);
        std::ranges::sort(met);
        CHECK(std::ranges::adjacent_find(met) == met.end());
    }
}

TEST_CASE_METHOD(ListBoard, "the API's list is cut by a cursor too, and refuses a false one") {
    for (int i = 0; i < 3; ++i)
        later("T" + std::to_string(i));
    const auto first = desk::parsed(call(noor, server::Method::get, "/api/v1/threads?limit=2"));
    CHECK(first.at("items").as_array().size() == 2);
    const auto next = std::string(first.at("next").as_string());
    const auto second =
        desk::parsed(call(noor, server::Method::get, "/api/v1/threads?limit=2&cursor=" + next));
    CHECK(second.at("items").as_array().size() == 1);
    CHECK(second.at("next").is_null());
    CHECK(second.at("items").at(0).at("title") == "T0");
    CHECK(call(noor, server::Method::get, "/api/v1/threads?cursor=nonsense").status == 422);
    CHECK(call(noor, server::Method::get, "/api/v1/threads?sort=loudest").status == 422);
    CHECK(call(noor, server::Method::get, "/api/v1/threads?category=nowhere").status == 422);
}

TEST_CASE_METHOD(ListBoard, "a page marks what is new, and reading it takes the mark away") {
    const auto started = later("Which ink?");
    settle();
    const auto unread = [&](base::MemberId who) {
        return desk::has(get(who, "/forum"), "class=\"row unread\"");
    };
    CHECK(unread(theo));
    CHECK_FALSE(unread(noor)); // wrote it
    get(theo, desk::address(started.thread, "which-ink"));
    settle();
    CHECK_FALSE(unread(theo));
    pass(std::chrono::minutes(1));
    const auto answer = reply(started.thread, linh, "Blue.");
    CHECK(unread(theo));
    const auto page = get(theo, desk::address(started.thread, "which-ink"));
    CHECK(desk::has(page, ">New</span>"));
    settle();
    CHECK(thread(started.thread, theo).seen == answer);
    CHECK_FALSE(desk::has(get(theo, desk::address(started.thread, "which-ink")), ">New</span>"));
}

TEST_CASE_METHOD(ListBoard, "a page that shows nothing new writes nothing") {
    const auto started = later("Which ink?");
    get(theo, desk::address(started.thread, "which-ink"));
    settle();
    // Changes with every commit of another connection that wrote anything.
    const auto version = [&] { return db().get<int, "PRAGMA data_version">(); };
    const auto before = version();
    get(theo, desk::address(started.thread, "which-ink"));
    get(theo, "/forum");
    settle();
    CHECK(version() == before);
}

TEST_CASE_METHOD(ListBoard,
                 "unanswered questions wait for the staff, those with a day first; news for the asker") {
    later("Whenever");
    const auto soon = later("Soon");
    const auto over = later("Over");
    need(soon.thread, std::chrono::hours(20));
    need(over.thread, -std::chrono::hours(60));
    const auto waiting = forum::waiting_for(db(), viewer(coach), now());
    REQUIRE(waiting.unanswered.size() == 3);
    CHECK(waiting.unanswered[0].title == "Soon");
    CHECK(forum::waiting_for(db(), viewer(theo), now()).unanswered.empty());

    CHECK(forum::waiting_for(db(), viewer(noor), now()).news.empty());
    reply(soon.thread, theo, "Here.");
    const auto news = forum::waiting_for(db(), viewer(noor), now()).news;
    REQUIRE(news.size() == 1);
    CHECK(news[0].title == "Soon");
    get(noor, desk::address(soon.thread, "soon"));
    settle();
    CHECK(forum::waiting_for(db(), viewer(noor), now()).news.empty());
}

TEST_CASE_METHOD(ListBoard, "pinned threads stand above the others once, and in their category only") {
    later("Old");
    const auto pinned = start("Pinned one", ThreadKind::announcement);
    later("Newest one");
    write([&](store::Writer& w) {
        return forum::tend_thread(w, pinned.thread, forum::Tending::pin, steward, now());
    });
    const auto page = get(theo, "/forum");
    CHECK(desk::place(page, "Pinned one") < desk::place(page, "Newest one"));
    CHECK(page.body.find(">Pinned one<") == page.body.rfind(">Pinned one<"));
    CHECK(desk::has(get(theo, "/forum/categories/poll-workers"), "Pinned one"));
    CHECK_FALSE(desk::has(get(theo, "/forum/categories/canvass-and-audits"), "Pinned one"));
}
