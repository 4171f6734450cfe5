// Reading, writing and finding pages, as a browser without script does it.
#include "notices/notices.hpp"
#include "revisions/conflict_view.hpp"
#include "revisions/drafts.hpp"
#include "tests/wiki/shelf.hpp"

using desk::has;
using desk::Shelf;

TEST_CASE_METHOD(Shelf, "any member writes a page, and it is at an address made of its title") {
    const auto answer = post(noor, "/practices",
                             {{"title", "Seals: choosing, numbering"},
                              {"area", "ballots-and-equipment"},
                              {"body", "## Kinds\n\nPlastic and wire."}});
    CHECK(answer.status == 303);
    CHECK(answer.headers.get("Location") == "/practices/seals-choosing-numbering");
    const auto page = get(theo, "/practices/seals-choosing-numbering");
    CHECK(page.status == 200);
    CHECK(has(page, "Plastic and wire."));
    CHECK(has(page, "Ballots and equipment"));
    CHECK(has(page, "Noor Haddad"));
    CHECK(has(page, "id=\"kinds\""));
}

TEST_CASE_METHOD(Shelf, "a new page needs a title, an area and a text; the form comes back as it was sent") {
    const auto answer = post(noor, "/practices", {{"title", ""}, {"area", ""}, {"body", "words I typed"}});
    CHECK(answer.status == 422);
    CHECK(has(answer, "words I typed"));
    CHECK(has(answer, "title-error"));
    CHECK(has(answer, "area-error"));
    const auto unknown = post(noor, "/practices", {{"title", "A"}, {"area", "no-area"}, {"body", "b"}});
    CHECK(unknown.status == 422);
    CHECK(has(unknown, "area-error"));
}

TEST_CASE_METHOD(Shelf, "two pages cannot have one address") {
    write_page("Seals", "one");
    const auto answer =
        post(theo, "/practices", {{"title", "Seals"}, {"area", "poll-workers"}, {"body", "two"}});
    CHECK(answer.status == 422);
    CHECK(has(answer, "title-error"));
    CHECK(post(theo, "/practices", {{"title", "New"}, {"area", "poll-workers"}, {"body", "x"}}).status ==
          422);
    CHECK(wiki::free_slug(db(), "seals") == "seals-2");
    CHECK(wiki::free_slug(db(), "new") == "new-2");
}

TEST_CASE_METHOD(Shelf, "a missing page offers to be written, with its title filled in") {
    const auto missing = get(noor, "/practices/chain-of-custody");
    CHECK(missing.status == 404);
    CHECK(has(missing, "/practices/new?title=Chain%20of%20custody"));
    CHECK(has(get(noor, "/practices/new?title=Chain%20of%20custody"), "value=\"Chain of custody\""));
}

TEST_CASE_METHOD(Shelf, "saving makes the next revision and tells those who watch") {
    const auto page = write_page("Seals", "one\n");
    const auto answer =
        post(theo, "/practices/seals/edit",
             {{"title", "Seals"}, {"body", "one\ntwo"}, {"summary", "Two"}, {"base_revision", "1"}});
    CHECK(answer.status == 303);
    CHECK(body_of("seals") == "one\ntwo\n");
    CHECK(wiki::find_page(db(), page)->changed_by == "Theo Brandt");
    CHECK(notices::unread(db(), noor) == 1); // she wrote it, so she watches it
    CHECK(notices::unread(db(), theo) == 0);
}

TEST_CASE_METHOD(Shelf, "a save that changes nothing makes no revision") {
    const auto page = write_page("Seals", "one\n"); // forms drop the last line end: that is no change
    post(theo, "/practices/seals/edit", {{"title", "Seals"}, {"body", "one"}, {"base_revision", "1"}});
    CHECK(wiki::find_page(db(), page)->revision == 1);
    CHECK(notices::unread(db(), noor) == 0);
}

TEST_CASE_METHOD(Shelf, "a stale base is merged, and the writer is told so") {
    const auto page = write_page("Seals", "first\n\nmiddle\n\nlast\n");
    save(page, 1, "first, changed\n\nmiddle\n\nlast\n");
    const auto answer =
        post(noor, "/practices/seals/edit",
             {{"title", "Seals"}, {"body", "first\n\nmiddle\n\nlast, changed"}, {"base_revision", "1"}});
    CHECK(answer.status == 303);
    CHECK(answer.headers.get("Set-Cookie").find("both%20changes") != std::string_view::npos);
    CHECK(body_of("seals") == "first, changed\n\nmiddle\n\nlast, changed\n");
}

TEST_CASE_METHOD(Shelf, "what saves after a conflict is merged with the finished text, not overlooked") {
    const auto page = write_page("Seals", "one\n\nmiddle\n\nend\n");
    save(page, 1, "two\n\nmiddle\n\nend\n");
    auto conflict = save(page, 1, "three\n\nmiddle\n\nend\n");
    REQUIRE(conflict.how == revisions::Saving::conflict);
    save(page, 2, "two\n\nmiddle\n\nfour\n");
    const auto shown =
        revisions::conflict_of(db(), wiki::find_page(db(), page)->text, {"Seals", "three\n", {}},
                               std::move(conflict), server::link<"/practices/seals/edit">());
    CHECK(shown.theirs.number == 2);
    save(page, shown.theirs.number, "three\n\nmiddle\n\nend\n");
    CHECK(body_of("seals") == "three\n\nmiddle\n\nfour\n");
}

TEST_CASE_METHOD(Shelf, "two new pages have drafts of their own, and publishing one leaves the other") {
    post(noor, "/drafts", {{"key", "/practices/new"}, {"title", "Long"}, {"body", "a long one"}});
    const auto form = get(noor, "/practices/new?title=Seal%20log");
    CHECK(has(form, "data-draft=\"/practices/new?title=seal-log\""));
    post(noor, "/drafts",
         {{"key", "/practices/new?title=seal-log"}, {"title", "Seal logs"}, {"body", "a short one"}});
    CHECK(has(get(noor, "/practices/new"), "a long one"));
    CHECK(has(get(noor, "/practices/new?title=seal-log"), "a short one"));
    CHECK(post(noor, "/practices",
               {{"key", "/practices/new?title=seal-log"},
                {"title", "Seal logs"},
                {"area", "ballots-and-equipment"},
                {"body", "a short one"}})
              .status == 303);
    CHECK(has(get(noor, "/practices/new"), "a long one"));
    CHECK(revisions::drafts_of(db(), noor).size() == 1);
}

TEST_CASE_METHOD(Shelf, "a real conflict shows both texts, ready to finish, and saves nothing") {
    const auto page = write_page("Seals", "noon\n");
    save(page, 1, "one o'clock\n");
    const auto conflict =
        post(noor, "/practices/seals/edit",
             {{"title", "Seals"}, {"body", "two o'clock"}, {"summary", "Later"}, {"base_revision", "1"}});
    CHECK(conflict.status == 409);
    CHECK(has(conflict, "one o&#39;clock"));
    CHECK(has(conflict, "two o&#39;clock"));
    CHECK(has(conflict, "Theo Brandt"));
    CHECK(has(conflict, "name=\"base_revision\" value=\"2\""));
    CHECK(has(conflict, "value=\"Later\""));
    CHECK(body_of("seals") == "one o'clock\n");

    const auto unfinished =
        post(noor, "/practices/seals/edit",
             {{"title", "Seals"},
              {"body", "<<<<<<< your version\ntwo o'clock\n=======\none o'clock\n>>>>>>> the saved version"},
              {"base_revision", "2"}});
    CHECK(unfinished.status == 422);
    CHECK(has(unfinished, "body-error"));
    const auto finished = post(noor, "/practices/seals/edit",
                               {{"title", "Seals"}, {"body", "half past one"}, {"base_revision", "2"}});
    CHECK(finished.status == 303);
    CHECK(body_of("seals") == "half past one\n");
}

TEST_CASE_METHOD(Shelf, "an edit without a text or a base comes back filled in") {
    write_page("Seals", "one");
    const auto empty =
        post(noor, "/practices/seals/edit", {{"title", "Kept title"}, {"body", ""}, {"base_revision", "1"}});
    CHECK(empty.status == 422);
    CHECK(has(empty, "Kept title"));
    CHECK(post(noor, "/practices/seals/edit", {{"title", "Seals"}, {"body", "two"}}).status == 422);
    CHECK(body_of("seals") == "one");
}

TEST_CASE_METHOD(Shelf, "the preview shows the text and saves nothing") {
    write_page("Seals", "one");
    const auto preview =
        post(noor, "/practices/seals/edit",
             {{"title", "Seals"}, {"body", "**loud**"}, {"base_revision", "1"}, {"act", "preview"}});
    CHECK(preview.status == 200);
    CHECK(has(preview, "<strong>loud</strong>"));
    CHECK(has(preview, "**loud**</textarea>"));
    CHECK(body_of("seals") == "one");
    const auto fresh = post(noor, "/practices", {{"title", "T"}, {"body", "*soft*"}, {"act", "preview"}});
    CHECK(has(fresh, "<em>soft</em>"));
    CHECK_FALSE(wiki::find_page(db(), "t"));
    const auto refused =
        post(noor, "/practices", {{"title", "T"}, {"body", std::string(300'000, 'x')}, {"act", "preview"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "body-error"));
}

TEST_CASE_METHOD(Shelf,
                 "a draft opens with the form, keeps the base it began with, and goes when it is saved") {
    const auto page = write_page("Seals", "first\n\nmiddle\n\nlast\n");
    const auto form = get(noor, "/practices/seals/edit");
    CHECK(has(form, "data-draft=\"/practices/seals/edit?base=1\""));
    post(noor, "/drafts",
         {{"key", "/practices/seals/edit?base=1"}, {"body", "first\n\nmiddle\n\nlast, drafted\n"}});
    save(page, 1, "first, changed\n\nmiddle\n\nlast\n");

    CHECK(has(get(noor, "/practices/seals"), "unfinished draft"));
    CHECK_FALSE(has(get(theo, "/practices/seals"), "unfinished draft"));
    const auto again = get(noor, "/practices/seals/edit");
    CHECK(has(again, "last, drafted"));
    CHECK(has(again, "name=\"base_revision\" value=\"1\""));
    CHECK(has(again, "/practices/seals/compare?from=1&amp;to=2"));

    post(noor, "/practices/seals/edit",
         {{"title", "Seals"}, {"body", "first\n\nmiddle\n\nlast, drafted"}, {"base_revision", "1"}});
    CHECK(body_of("seals") == "first, changed\n\nmiddle\n\nlast, drafted\n");
    CHECK_FALSE(has(get(noor, "/practices/seals"), "unfinished draft"));
}

TEST_CASE_METHOD(Shelf, "what a member writes cannot break out of the page") {
    post(noor, "/practices",
         {{"title", "<img src=x onerror=alert(1)>"},
          {"area", "poll-workers"},
          {"body", "<script>alert(1)</script> [x](javascript:alert(1))"},
          {"summary", "\"><script>"}});
    const auto slug = base::slug("<img src=x onerror=alert(1)>");
    for (const std::string path : {"", "/history", "/edit", "/revisions/1"}) {
        const auto page = get(theo, "/practices/" + slug + path);
        CHECK(page.status == 200);
        CHECK_FALSE(has(page, "<script>alert"));
        CHECK_FALSE(has(page, "<img src=x"));
        CHECK_FALSE(has(page, "href=\"javascript"));
        CHECK_FALSE(has(page, "\"><script>"));
    }
}
