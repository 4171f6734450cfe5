// The inbox: what comes in, once, and how it is read.
#include "notices/inbox_store.hpp"
#include "notices/routes.hpp"
#include "tests/revisions/desk.hpp"

#include <boost/json/parse.hpp>

using desk::has;
using notices::Reason;
using notices::SubjectKind;

namespace {

struct Inbox : desk::Desk {
    Inbox() : Desk(notices::routes()) {}

    base::MemberId noor = add_person("Noor Haddad");
    base::MemberId theo = add_person("Theo Brandt");
    notices::Subject page{SubjectKind::page, 7};

    notices::Event event(Reason reason, const std::string& title, const std::string& address) {
        return {reason, theo, title, address, now()};
    }
    void tell(const notices::Event& event) {
        write([&](store::Writer& w) {
            notices::tell(w, {noor, theo}, event);
            return true;
        });
    }
    std::vector<notices::Entry> unread() {
        return notices::entries(db(), noor, notices::Which::unread, {}, 1'000);
    }
};

} // namespace

TEST_CASE_METHOD(Inbox, "an event comes to everybody told, but not to who did it") {
    tell(event(Reason::mentioned, "Ink", "/forum/posts/1"));
    REQUIRE(unread().size() == 1);
    CHECK(unread()[0].actor_name == "Theo Brandt");
    CHECK(notices::unread(db(), noor) == 1);
    CHECK(notices::unread(db(), theo) == 0);
}

TEST_CASE_METHOD(Inbox, "an unnamed actor is not named, and still not told") {
    auto unnamed = event(Reason::answered, "Ink", "/forum/posts/1");
    unnamed.unnamed = true;
    tell(unnamed);
    REQUIRE(unread().size() == 1);
    CHECK_FALSE(unread()[0].actor_name);
    CHECK(notices::unread(db(), theo) == 0);
    CHECK(has(get(noor, "/inbox"), "Somebody answered"));
}

TEST_CASE_METHOD(Inbox, "watchers are told once, whatever they watch of it") {
    const notices::Subject area{SubjectKind::area, 3};
    write([&](store::Writer& w) {
        for (const auto& subject : {page, area, area})
            notices::watch(w, noor, subject, now());
        notices::watch(w, theo, page, now());
        notices::tell_watchers(w, {page, area}, event(Reason::edited, "Seals", "/practices/seals"));
        return true;
    });
    CHECK(notices::is_watching(db(), noor, page));
    CHECK(unread().size() == 1);
    CHECK(notices::unread(db(), theo) == 0);
    write([&](store::Writer& w) {
        notices::unwatch(w, noor, page);
        return true;
    });
    CHECK_FALSE(notices::is_watching(db(), noor, page));
}

TEST_CASE_METHOD(Inbox, "the same event again renews the unread entry; after reading it is a new one") {
    tell(event(Reason::edited, "Seals", "/practices/seals"));
    pass(std::chrono::hours(1));
    tell(event(Reason::edited, "Seals and bags", "/practices/seals"));
    REQUIRE(unread().size() == 1);
    CHECK(unread()[0].title == "Seals and bags");
    CHECK(unread()[0].at == now());
    post(noor, "/inbox/read", {{"all", "yes"}});
    CHECK(unread().empty());
    tell(event(Reason::edited, "Seals", "/practices/seals"));
    CHECK(unread().size() == 1);
}

TEST_CASE_METHOD(Inbox, "a page asks whether something unread leads to it or below before it writes") {
    for (const auto* address :
         {"/practices/seals#photos", "/ballots/7/vote", "/standards/proposals/3?from=mail"})
        tell(event(Reason::edited, "x", address));
    for (const auto* here :
         {"/practices/seals", "/practices/seals#photos", "/ballots/7", "/standards/proposals/3"})
        CHECK(notices::is_unread_at(db(), noor, here));
    for (const auto* beside :
         {"/practices/seal", "/practices/seals-and-bags", "/ballots/77", "/standards/proposals/33"})
        CHECK_FALSE(notices::is_unread_at(db(), noor, beside));
    CHECK_FALSE(notices::is_unread_at(db(), theo, "/practices/seals"));
    post(noor, "/inbox/read", {{"all", "yes"}});
    CHECK_FALSE(notices::is_unread_at(db(), noor, "/practices/seals"));
}

TEST_CASE_METHOD(Inbox, "what was seen at an address settles what leads there or below, and nothing beside") {
    for (const auto* address : {"/practices/seals", "/practices/seals#photos", "/practices/seals/history",
                                "/practices/seals-and-bags", "/practices/seal"})
        tell(event(Reason::edited, "x", address));
    CHECK(notices::unread_among(db(), noor, {"/practices/seals", "/practices/none", "/practices/seal"}) ==
          std::vector<std::string>{"/practices/seals", "/practices/seal"});
    write([&](store::Writer& w) {
        notices::seen(w, noor, "/practices/seals", now());
        return true;
    });
    std::vector<std::string> left;
    for (const auto& entry : unread())
        left.push_back(entry.address);
    std::ranges::sort(left);
    CHECK(left == std::vector<std::string>{"/practices/seal", "/practices/seals-and-bags"});
}

TEST_CASE_METHOD(Inbox, "the counter counts what the page lists, however much there is") {
    const auto listed = [&] {
        const auto page = get(noor, "/inbox");
        int rows = 0;
        for (std::size_t at = 0; (at = page.content().find("class=\"row unread\"", at)) != std::string::npos;
             ++at)
            ++rows;
        return rows;
    };
    for (int i = 0; i < 3; ++i)
        tell(event(Reason::answered, "Ink", "/forum/posts/" + std::to_string(i)));
    tell(event(Reason::mentioned, "Ink", "/forum/posts/8"));
    CHECK(unread().size() == 4);
    CHECK(notices::unread(db(), noor) == 2);
    CHECK(listed() == 2);
    for (int i = 0; i < 150; ++i) {
        pass(std::chrono::seconds(1));
        tell(event(Reason::answered, "Ink " + std::to_string(i / 2), "/forum/posts/1" + std::to_string(i)));
    }
    CHECK(notices::unread(db(), noor) == 25); // of the newest 50 entries, two about one thing each
    CHECK(listed() == 25);
    CHECK(has(get(noor, "/inbox"), "More are unread"));
}

TEST_CASE_METHOD(Inbox, "what happened before a day can be settled for everybody") {
    tell(event(Reason::answered, "Old", "/forum/posts/1"));
    pass(std::chrono::hours(48));
    tell(event(Reason::answered, "New", "/forum/posts/2"));
    write([&](store::Writer& w) {
        notices::settle_before(w, now() - std::chrono::hours(24), now());
        return true;
    });
    REQUIRE(unread().size() == 1);
    CHECK(unread()[0].title == "New");
}

TEST_CASE_METHOD(Inbox, "the page lists what is unread before what was read, by day") {
    tell(event(Reason::edited, "Old news", "/practices/old"));
    const auto first = unread()[0].id;
    pass(std::chrono::days(3));
    tell(event(Reason::mentioned, "Fresh <news>", "/forum/posts/2"));
    CHECK(post(noor, "/inbox/read", {{"entry", std::to_string(first.value)}}).status == 303);
    const auto inbox = get(noor, "/inbox");
    CHECK(inbox.status == 200);
    CHECK(has(inbox, "Fresh &lt;news&gt;"));
    CHECK(has(inbox, "Unread"));
    CHECK(has(inbox, "March 1, 2027"));
    CHECK(has(inbox, "href=\"/forum/posts/2\""));
    CHECK(inbox.body.find("Fresh") < inbox.body.find("Old news"));
    CHECK_FALSE(has(get(theo, "/inbox"), "Old news"));
}

TEST_CASE_METHOD(Inbox, "nobody marks what is another's, and something must be named") {
    tell(event(Reason::edited, "Seals", "/practices/seals"));
    post(theo, "/inbox/read", {{"entry", std::to_string(unread()[0].id.value)}});
    CHECK(unread().size() == 1);
    CHECK(post(noor, "/inbox/read", {}).status == 422);
}

TEST_CASE_METHOD(Inbox, "the API lists the inbox part by part") {
    for (int i = 0; i < 5; ++i)
        tell(event(Reason::edited, "Page " + std::to_string(i), "/practices/" + std::to_string(i)));
    const auto list = [&](const std::string& query) {
        return boost::json::parse(call(noor, server::Method::get, "/api/v1/inbox" + query).body).as_object();
    };
    const auto first = list("?limit=3");
    REQUIRE(first.at("items").as_array().size() == 3);
    CHECK(first.at("items").at(0).at("title") == "Page 4");
    CHECK(first.at("items").at(0).at("reason") == "edited");
    CHECK(first.at("items").at(0).at("actor").at("handle") == "theo-brandt");
    CHECK(first.at("items").at(0).at("read") == false);
    const auto rest = list("?limit=3&cursor=" + std::string(first.at("next").as_string()));
    CHECK(rest.at("items").as_array().size() == 2);
    CHECK(rest.at("next").is_null());
    post(noor, "/inbox/read", {{"entry", std::to_string(unread()[0].id.value)}});
    CHECK(list("?unread=true").at("items").as_array().size() == 4);
    CHECK(call(noor, server::Method::get, "/api/v1/inbox?cursor=x").status == 422);
}
