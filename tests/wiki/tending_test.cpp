#include "notices/notices.hpp"
#include "search/index.hpp"
#include "tests/wiki/shelf.hpp"
#include "wiki/may.hpp"
#include "wiki/page_list_store.hpp"
#include "wiki/page_store.hpp"

using desk::has;
using desk::Shelf;

TEST_CASE_METHOD(Shelf, "owners and stewards tend a page, others do not") {
    const auto page = wiki::find_page(db(), write_page("Seals", "one")).value();
    CHECK(wiki::may_tend(viewer(noor), page));
    CHECK(wiki::may_tend(viewer(sam), page));
    CHECK_FALSE(wiki::may_tend(viewer(theo), page));
    CHECK_FALSE(wiki::may_withdraw(viewer(noor)));
    CHECK(get(theo, "/practices/seals/settings").status == 403);
    CHECK(post(theo, "/practices/seals/rename", {{"slug", "mine"}}).status == 403);
    CHECK(post(theo, "/practices/seals/review", {{"area", "poll-workers"}}).status == 403);
    CHECK(post(theo, "/practices/seals/withdraw", {{"reason", "mine"}}).status == 403);
    CHECK(post(noor, "/practices/seals/withdraw", {{"reason", "mine"}}).status == 403);
    CHECK(get(noor, "/practices/seals/settings").status == 200);
    CHECK_FALSE(has(get(noor, "/practices/seals/settings"), "/withdraw"));
    CHECK_FALSE(has(get(theo, "/practices/seals"), "/practices/seals/settings"));
    CHECK(wiki::find_page(db(), page.id)->slug == "seals");
}

TEST_CASE_METHOD(Shelf, "a renamed page answers at its old address, with what stood behind it") {
    write_page("Seals", "one");
    const auto linking = write_page("Custody", "See [[seals]].");
    CHECK(post(noor, "/practices/seals/rename", {{"slug", "seal-register"}}).status == 303);
    const auto old = get(theo, "/practices/seals/compare?from=1&to=1");
    CHECK(old.status == 308);
    CHECK(old.headers.get("Location") == "/practices/seal-register/compare?from=1&to=1");
    CHECK(call(theo, server::Method::get, "/api/v1/pages/seals").headers.get("Location") ==
          "/api/v1/pages/seal-register");
    CHECK(get(theo, "/practices/seal-register").status == 200);
    // The links of others still count, and the old address is nobody else's.
    CHECK(has(get(theo, "/practices/seal-register/links"), "Custody"));
    CHECK(post(theo, "/practices", {{"title", "Seals"}, {"area", "poll-workers"}, {"body", "x"}}).status ==
          422);
    CHECK(post(sam, "/practices/custody/rename", {{"slug", "seals"}}).status == 422);
    // It may go back to where it was.
    CHECK(post(noor, "/practices/seal-register/rename", {{"slug", "seals"}}).status == 303);
    CHECK(get(theo, "/practices/seals").status == 200);
    CHECK(get(theo, "/practices/seal-register").status == 308);
    CHECK(linking);
    CHECK(wiki::check(db()).empty());
}

TEST_CASE_METHOD(Shelf, "an address that is no address is refused at its field") {
    write_page("Seals", "one");
    for (const std::string slug : {"Big Letters", "a/b", "new", "areas", "../up"}) {
        const auto answer = post(noor, "/practices/seals/rename", {{"slug", slug}});
        INFO(slug);
        CHECK(answer.status == 422);
        CHECK(has(answer, "slug-error"));
    }
}

TEST_CASE_METHOD(Shelf, "a page that is due waits for its owner, until it is reviewed") {
    const auto page = write_page("Seals", "one");
    post(noor, "/practices/seals/review",
         {{"area", "ballots-and-equipment"}, {"owner", "noor-haddad"}, {"review_by", "2027-03-05"}});
    CHECK(wiki::day_text(*wiki::find_page(db(), page)->review_by) == "2027-03-05");
    CHECK(wiki::waiting_for(db(), noor, now()).empty());
    pass(std::chrono::hours(24 * 10));
    REQUIRE(wiki::waiting_for(db(), noor, now()).size() == 1);
    CHECK(wiki::waiting_for(db(), theo, now()).empty());
    CHECK(has(get(noor, "/practices"), "Waiting for your review"));
    CHECK_FALSE(has(get(theo, "/practices"), "Waiting for your review"));
    CHECK(has(get(sam, "/practices"), "Due for review, of all owners"));
    CHECK(has(get(theo, "/practices/seals"), "was due for review"));

    const auto past =
        post(noor, "/practices/seals/review",
             {{"area", "ballots-and-equipment"}, {"reviewed", "yes"}, {"review_by", "2027-03-02"}});
    CHECK(past.status == 422);
    post(noor, "/practices/seals/review",
         {{"area", "ballots-and-equipment"},
          {"owner", "@theo-brandt"},
          {"reviewed", "yes"},
          {"review_by", "2028-03-01"}});
    CHECK(wiki::find_page(db(), page)->owner == theo);
    CHECK(wiki::find_page(db(), page)->reviewed_at == now());
    CHECK_FALSE(has(get(theo, "/practices/seals"), "was due for review"));
    CHECK(post(theo, "/practices/seals/review", {{"area", "x"}, {"owner", "nobody"}}).status == 422);
}

TEST_CASE_METHOD(Shelf, "of a page whose last words were removed no title is left, and it cannot come back") {
    const auto page = write_page("Jane Doe", "one");
    save(page, 1, "two"); // which tells Noor, under the name of that time
    post(sam, "/practices/jane-doe/rename", {{"slug", "a-voter"}});
    const std::string at = "/practices/a-voter";
    REQUIRE(get(sam, at).status == 200);
    post(sam, at + "/withdraw", {{"reason", "A voter"}});
    CHECK(post(sam, at + "/revisions/2/redact", {{"reason", "A voter"}}).status == 303);
    CHECK(db().get<int, "SELECT count(*) FROM inbox WHERE title LIKE '%Jane%'">() == 0);
    CHECK(db().get<int, "SELECT count(*) FROM inbox">() == 1);
    for (int again = 0; again < 2; ++again) {
        CHECK(wiki::find_page(db(), page)->title == "Words removed");
        CHECK(wiki::check(db()) == std::vector<std::string>{});
        write([](store::Writer& w) { wiki::rebuild(w); });
    }
    CHECK(post(sam, at + "/return", {}).status == 409);
}

TEST_CASE_METHOD(Shelf, "a withdrawn page leaves a tombstone, and can come back whole") {
    const auto page = write_page("Seals", "about [[seals]]\n");
    write_page("Custody", "See [[seals]].");
    CHECK(post(sam, "/practices/seals/withdraw", {{"reason", ""}}).status == 422);
    CHECK(post(sam, "/practices/seals/withdraw", {{"reason", "Two pages on one thing"}}).status == 303);
    for (const std::string path : {"", "/edit", "/history", "/revisions/1", "/links"}) {
        const auto gone = get(theo, "/practices/seals" + path);
        CHECK(gone.status == 410);
        CHECK(has(gone, "Two pages on one thing"));
    }
    // Who was writing meanwhile gets the words back.
    const auto late =
        post(theo, "/practices/seals/edit",
             {{"title", "Seals"}, {"body", "written for a whole hour"}, {"base_revision", "1"}});
    CHECK(late.status == 410);
    CHECK(has(late, "written for a whole hour"));
    CHECK(call(theo, server::Method::get, "/api/v1/pages/seals").status == 410);
    CHECK(post(theo, "/practices/seals/edit", {{"title", "Seals"}, {"body", "x"}, {"base_revision", "1"}})
              .status == 410);
    CHECK_FALSE(has(get(theo, "/practices"), "href=\"/practices/seals\""));
    CHECK(has(get(sam, "/practices"), "Two pages on one thing"));
    CHECK(wiki::find_page(db(), page)->revision == 1);
    CHECK(wiki::check(db()).empty());

    CHECK(post(theo, "/practices/seals/return", {}).status == 403);
    CHECK(post(sam, "/practices/seals/return", {}).status == 303);
    CHECK(get(theo, "/practices/seals").status == 200);
    CHECK(has(get(theo, "/practices/seals/links"), "Custody"));
}

TEST_CASE_METHOD(Shelf, "watching a page and an area tells of changes there") {
    const auto page = write_page("Seals", "one");
    CHECK(post(theo, "/practices/seals/watch", {}).status == 303);
    CHECK(post(theo, "/practices/areas/ballots-and-equipment/watch", {}).status == 303);
    save(page, 1, "two", noor);
    CHECK(notices::unread(db(), theo) == 1);
    write_page("Custody", "new");
    CHECK(notices::unread(db(), theo) == 2);
    post(theo, "/practices/seals/unwatch", {});
    post(theo, "/practices/areas/ballots-and-equipment/unwatch", {});
    save(page, 2, "three", noor);
    write_page("Locks", "new");
    CHECK(notices::unread(db(), theo) == 2);
    CHECK(post(theo, "/practices/areas/nowhere/watch", {}).status == 404);
}

TEST_CASE_METHOD(Shelf, "whoever is mentioned hears of it once") {
    const auto page = write_page("Seals", "Ask @theo-brandt.");
    CHECK(notices::unread(db(), theo) == 1);
    save(page, 1, "Ask @theo-brandt, always.", noor);
    CHECK(notices::unread(db(), theo) == 1);
}

TEST_CASE_METHOD(Shelf, "an import tells nobody and keeps its times") {
    const auto long_ago = *base::parse_iso_time("2019-05-01T08:00:00Z");
    const auto text =
        revisions::prepare(db(), revisions::TextKind::page, "Seals", "Ask @theo-brandt.").value();
    const auto page = write([&](store::Writer& w) {
        return wiki::create_page(w, {"seals", "poll-workers"}, text, {{}, "A. Writer", long_ago, "First"},
                                 wiki::Tell::nobody);
    });
    REQUIRE(page);
    CHECK(notices::unread(db(), theo) == 0);
    const auto found = wiki::find_page(db(), "seals");
    CHECK(found->created_at == long_ago);
    CHECK(found->changed_by == "A. Writer");
    CHECK_FALSE(found->owner);

    site::Viewer program;
    program.role = site::Role::administrator;
    CHECK(write([&](store::Writer& w) {
        return wiki::withdraw_page(w, program, *page, "Deleted in the source", long_ago);
    }));
    CHECK(has(get(theo, "/practices/seals"), "Deleted in the source"));
}

TEST_CASE_METHOD(Shelf, "the pages of an area are listed in parts, each once") {
    for (int number = 0; number < 130; ++number)
        write_page(number % 2 ? "Same title" + std::to_string(number) : "Title " + std::to_string(number),
                   "x");
    const auto first = get(theo, "/practices/areas/ballots-and-equipment");
    const auto body = std::string(first.content());
    const auto more = body.find("?after=");
    REQUIRE(more != std::string::npos);
    const auto rest =
        get(theo, "/practices/areas/ballots-and-equipment" + body.substr(more, body.find('"', more) - more));
    int shown = 0;
    for (int number = 0; number < 130; ++number) {
        const auto link =
            "/practices/" + std::string(number % 2 ? "same-title" : "title-") + std::to_string(number) + "\"";
        const bool in_first = has(first, link);
        const bool in_rest = has(rest, link);
        CHECK(in_first != in_rest);
        shown += in_first || in_rest;
    }
    CHECK(shown == 130);
}

TEST_CASE_METHOD(Shelf, "rebuild makes names and titles again from the revisions") {
    write_page("Seals", "one");
    const auto custody = write_page("Custody", "See [[seals]].");
    const auto html = revisions::rendered(db(), wiki::find_page(db(), custody)->text).html;
    write([](store::Writer& w) {
        w.run<"UPDATE pages SET title = 'Wrong' WHERE slug = 'custody'">();
        w.run<"DELETE FROM page_names WHERE slug = 'seals'">();
    });
    CHECK(wiki::check(db()).size() == 3); // the title, and the names of both
    write([](store::Writer& w) {
        revisions::rebuild(w);
        search::clear(w);
        wiki::rebuild(w);
    });
    CHECK(wiki::check(db()).empty());
    CHECK(revisions::rendered(db(), wiki::find_page(db(), custody)->text).html == html);
}

TEST_CASE_METHOD(Shelf, "an area knows how many pages stand in it") {
    const auto count = [&](const std::string& slug) { return wiki::find_area(db(), slug)->pages; };
    const std::string here = "ballots-and-equipment";
    const auto page = write_page("Seals", "Text.");
    write_page("Bags", "Text.");
    CHECK(count(here) == 2);
    const site::Viewer steward{.id = sam, .role = site::Role::steward};
    const auto tend = [&](auto act) { REQUIRE(write([&](store::Writer& w) { return act(w); })); };
    tend([&](auto& w) { return wiki::withdraw_page(w, steward, page, "Twice.", now()); });
    CHECK(count(here) == 1);
    tend([&](auto& w) { return wiki::return_page(w, steward, page, now()); });
    CHECK(count(here) == 2);
    tend([&](auto& w) { return wiki::review_page(w, steward, page, {.area = "poll-workers"}, now()); });
    CHECK(count(here) == 1);
    CHECK(count("poll-workers") == 1);
    CHECK(wiki::check(db()).empty());
    write([](store::Writer& w) { return w.run<"UPDATE areas SET pages = 9 WHERE slug = 'poll-workers'">(); });
    CHECK(wiki::check(db()).size() == 1);
    write([](store::Writer& w) { return wiki::rebuild(w), true; });
    CHECK(wiki::check(db()).empty());
}

TEST_CASE_METHOD(Shelf, "what links to a page is listed once, also where it links an old address of it") {
    const auto page = write_page("Seals", "Text.");
    const site::Viewer steward{.id = sam, .role = site::Role::steward};
    write_page("Zebra", "See [[seals]].");
    REQUIRE(write([&](store::Writer& w) { return wiki::rename_page(w, steward, page, "all-seals", now()); }));
    write_page("Apple", "See [[seals]] and [[all-seals]].");
    const auto names = wiki::linking(db(), *wiki::find_page(db(), page), 6);
    REQUIRE(names.size() == 2);
    CHECK(names[0].title == "Apple");
    CHECK(names[1].title == "Zebra");
    CHECK(wiki::linking(db(), *wiki::find_page(db(), page), 1).size() == 1);
}
