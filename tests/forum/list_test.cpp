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

namespace {

/// What a list must hold, found the slow way: every thread is looked at.
bool belongs(const forum::Thread& thread, const std::vector<std::string>& tags, const ThreadQuery& query,
             base::Time now) {
    const bool question = thread.kind == ThreadKind::question;
    const bool waits = question && thread.replies == 0 && !thread.locked;
    if (thread.withdrawn_at) return false;
    if (query.category && thread.category != query.category->id) return false;
    if (query.kind && thread.kind != *query.kind) return false;
    if (query.tag && std::ranges::find(tags, "seals") == tags.end()) return false;
    if (query.state == State::answered && !(question && thread.replies > 0)) return false;
    if (query.state == State::unanswered && !waits) return false;
    if (query.state == State::open && thread.locked) return false;
    if (query.state == State::locked && !thread.locked) return false;
    if (query.sort == Sort::unanswered) return waits;
    if (query.sort == Sort::needed_by)
        return thread.needed_by && *thread.needed_by > now - std::chrono::days(1);
    return true;
}

base::Time place(const forum::Thread& thread, const ThreadQuery& query) {
    if (query.sort == Sort::needed_by) return *thread.needed_by;
    const bool by_activity = query.sort == Sort::active && query.state != State::unanswered;
    return by_activity ? thread.active_at : thread.created_at;
}

} // namespace

TEST_CASE_METHOD(ListBoard, "whichever index a list is read by, it holds what it should in its order") {
    constexpr auto kinds = base::all_values<ThreadKind>();
    for (std::size_t i = 0; i < 48; ++i) {
        const auto made = later("T" + std::to_string(i), kinds[i % 4]);
        if (i % 3 == 0) reply(made.thread, theo, "Here.");
        if (i % 8 == 0) need(made.thread, std::chrono::hours(i));
        write([&](store::Writer& w) {
            if (i % 2 == 0) forum::retag_thread(w, made.thread, {"seals", "ada"}, steward, now());
            if (i % 5 < 2) forum::move_thread(w, made.thread, "canvass-and-audits", steward, now());
            if (i % 7 == 0) forum::tend_thread(w, made.thread, forum::Tending::lock, steward, now());
            if (i % 11 == 0) forum::withdraw_thread(w, made.thread, steward, "Twice.", now());
            return true;
        });
    }
    pass(std::chrono::minutes(10));
    for (std::int64_t id = 3; id <= 48; id += 5) // tags follow a reply that comes later
        if (id % 7 != 1) reply(base::ThreadId{id}, linh, "Once more.");
    check_counts();

    std::vector<std::pair<forum::Thread, std::vector<std::string>>> all;
    for (std::int64_t id = 1; id <= 48; ++id)
        all.emplace_back(thread(base::ThreadId{id}), forum::tags_of(db(), base::ThreadId{id}));

    std::vector<std::optional<forum::Category>> categories{{},
                                                           forum::find_category(db(), "canvass-and-audits")};
    std::vector<std::optional<forum::FoundTag>> tags{{}, forum::find_tag(db(), "seals")};
    std::vector<std::optional<ThreadKind>> wanted{{}};
    wanted.insert(wanted.end(), kinds.begin(), kinds.end());
    std::vector<std::optional<State>> states{{}};
    for (const auto state : base::all_values<State>())
        states.emplace_back(state);

    int lists = 0;
    for (const auto& category : categories)
        for (const auto& tag : tags)
            for (const auto kind : wanted)
                for (const auto state : states)
                    for (const auto sort : base::all_values<Sort>()) {
                        const ThreadQuery query{category, kind, tag, state, sort};
                        std::vector<forum::Thread> expected;
                        for (const auto& [one, its_tags] : all)
                            if (belongs(one, its_tags, query, now())) expected.push_back(one);
                        const bool longest_first = sort == Sort::unanswered || sort == Sort::needed_by;
                        std::ranges::sort(expected, [&](const auto& a, const auto& b) {
                            const auto left = std::tuple(place(a, query), a.id);
                            const auto right = std::tuple(place(b, query), b.id);
                            return longest_first ? left < right : left > right;
                        });
                        Titles names;
                        for (const auto& one : expected)
                            names.push_back(one.title);
                        CAPTURE(category.has_value(), tag.has_value(), kind ? base::enum_text(*kind) : "",
                                state ? base::enum_text(*state) : "", base::enum_text(sort));
                        CHECK(titles(query) == names);
                        ++lists;
                    }
    CHECK(lists == 2 * 2 * 5 * 5 * 4);
}

TEST_CASE_METHOD(ListBoard, "check says where a tag's threads stand in a wrong order, and rebuild mends it") {
    const auto made = later("A");
    write([&](store::Writer& w) {
        return w.run<"UPDATE thread_tags SET active_at = 7 WHERE thread_id = ?">(made.thread);
    });
    CHECK(forum::check(db()).size() == 1);
    write([&](store::Writer& w) { return forum::rebuild(w); });
    check_counts();
}
