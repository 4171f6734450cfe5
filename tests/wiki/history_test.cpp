#include "tests/wiki/shelf.hpp"

using desk::has;
using desk::Shelf;

TEST_CASE_METHOD(Shelf, "the history tells who, why and how much, and compares any two without script") {
    const auto page = write_page("Seals", "one\n");
    const auto text = revisions::prepare(db(), revisions::TextKind::page, "Seals", "one\ntwo\n").value();
    write([&](store::Writer& w) {
        return wiki::save_page(w, page, 1, text, {theo, "", now(), "A second seal"});
    });
    save(page, 2, "one\nthree\n", noor);
    const auto history = get(theo, "/practices/seals/history");
    CHECK(history.status == 200);
    CHECK(has(history, "A second seal"));
    CHECK(has(history, "href=\"/members/theo-brandt\""));
    CHECK(has(history, "type=\"radio\" name=\"from\" value=\"1\""));
    CHECK(has(history, "action=\"/practices/seals/compare\""));

    const auto compare = get(theo, "/practices/seals/compare?from=2&to=3");
    CHECK(compare.status == 200);
    CHECK(has(compare, "removed: "));
    CHECK(has(compare, "added: "));
    // The order in which two are picked does not matter.
    CHECK(has(get(theo, "/practices/seals/compare?from=3&to=2"),
              "From: <a href=\"/practices/seals/revisions/2\""));
    CHECK(get(theo, "/practices/seals/compare?from=1&to=9").status == 404);
    CHECK(get(theo, "/practices/seals/compare").status == 200);
    CHECK(get(theo, "/practices/seals/revisions/9").status == 404);
}

TEST_CASE_METHOD(Shelf, "a comparison folds what is the same and marks changed words") {
    std::string lines;
    for (int line = 1; line <= 30; ++line)
        lines += "line number " + std::to_string(line) + "\n";
    const auto page = write_page("Seals", lines);
    auto changed = lines;
    changed.replace(changed.find("number 15"), 9, "number 15b");
    save(page, 1, changed);
    const auto compare = get(theo, "/practices/seals/compare?from=1&to=2");
    CHECK(has(compare, "11 unchanged lines"));
    CHECK(has(compare, "12 unchanged lines"));
    CHECK(has(compare, "<del>15</del>"));
    CHECK(has(compare, "<ins>15b</ins>"));
    CHECK_FALSE(has(compare, "line number 30"));
    CHECK(has(get(theo, "/practices/seals/compare?from=1&to=2&lines=all"), "line number 30"));
}

TEST_CASE_METHOD(Shelf, "an old revision is shown as it was and can be brought back") {
    const auto page = write_page("Seals", "**good** text\n");
    save(page, 1, "spoiled\n");
    const auto old = get(theo, "/practices/seals/revisions/1");
    CHECK(has(old, "<strong>good</strong>"));
    CHECK(has(old, "not the current text"));
    CHECK(post(theo, "/practices/seals/restore", {{"revision", "1"}}).status == 303);
    CHECK(body_of("seals") == "**good** text\n");
    CHECK(has(get(theo, "/practices/seals/history"), "Brings back revision 1"));
    CHECK(post(theo, "/practices/seals/restore", {{"revision", "77"}}).status == 404);
}

TEST_CASE_METHOD(Shelf, "a steward empties an old revision with a reason, and nobody else does") {
    const auto page = write_page("Seals", "lives at 12 Elm Street\n");
    save(page, 1, "lives in town\n");
    CHECK(get(noor, "/practices/seals/revisions/1/redact").status == 403);
    CHECK(post(noor, "/practices/seals/revisions/1/redact", {{"reason", "home address"}}).status == 403);
    CHECK(get(sam, "/practices/seals/revisions/1/redact").status == 200);
    CHECK(post(sam, "/practices/seals/revisions/1/redact", {{"reason", ""}}).status == 422);
    CHECK(has(get(noor, "/practices/seals/revisions/1"), "Elm Street"));
    CHECK(post(sam, "/practices/seals/revisions/1/redact", {{"reason", "A home address"}}).status == 303);
    for (const std::string path : {"history", "revisions/1", "compare?from=1&to=2"}) {
        const auto shown = get(noor, "/practices/seals/" + path);
        CHECK(shown.status == 200);
        CHECK(has(shown, path == "revisions/1" ? "removed for good" : "were removed"));
        CHECK_FALSE(has(shown, "Elm Street"));
    }
    CHECK(post(sam, "/practices/seals/revisions/2/redact", {{"reason", "x"}}).status == 409);
    const auto reason = db().one<std::string, "SELECT detail FROM audit_log WHERE member_id = ?">(sam);
    CHECK(reason == "A home address");
}
