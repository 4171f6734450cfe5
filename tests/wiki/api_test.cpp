#include "tests/wiki/shelf.hpp"

using desk::has;
using desk::parsed;
using desk::Shelf;
using server::Method;

TEST_CASE_METHOD(Shelf, "the API creates a page and says where it is") {
    const auto made =
        call(noor, Method::post, "/api/v1/pages",
             R"({"title": "Seals", "body": "one", "area": "poll-workers", "review_by": "2028-01-31"})");
    CHECK(made.status == 201);
    CHECK(made.headers.get("Location") == "/api/v1/pages/seals");
    const auto page = parsed(call(theo, Method::get, "/api/v1/pages/seals"));
    CHECK(page.at("title") == "Seals");
    CHECK(page.at("body") == "one");
    CHECK(page.at("revision") == 1);
    CHECK(page.at("review_by") == "2028-01-31");
    CHECK(page.at("area").at("slug") == "poll-workers");
    CHECK(page.at("owner").at("handle") == "noor-haddad");
    CHECK(page.at("created_at") == "2027-03-01T12:00:00Z");

    const auto wrong =
        call(noor, Method::post, "/api/v1/pages", R"({"title": "", "body": "one", "review_by": "soon"})");
    CHECK(wrong.status == 422);
    CHECK(wrong.headers.get("Content-Type") == "application/problem+json");
    CHECK(parsed(wrong).at("fields").as_array().size() == 3);
    CHECK(call(noor, Method::post, "/api/v1/pages", R"({"title": "A", "body": "b", "area": "x"})").status ==
          422);
    CHECK(call(noor, Method::get, "/api/v1/pages/nothing").status == 404);
}

TEST_CASE_METHOD(Shelf, "the API saves, merges, and answers a conflict with both texts") {
    write_page("Seals", "first\n\nmiddle\n\nlast\n");
    const auto saved = call(theo, Method::put, "/api/v1/pages/seals",
                            R"({"body": "first 2\n\nmiddle\n\nlast\n", "summary": "s", "base_revision": 1})");
    CHECK(saved.status == 200);
    CHECK(parsed(saved).at("merged") == false);
    CHECK(parsed(saved).at("title") == "Seals"); // no title sent: it stays
    const auto merged =
        parsed(call(noor, Method::put, "/api/v1/pages/seals",
                    R"({"title": "Seals", "body": "first\n\nmiddle\n\nlast 2\n", "base_revision": 1})"));
    CHECK(merged.at("merged") == true);
    CHECK(merged.at("revision") == 3);
    CHECK(merged.at("body") == "first 2\n\nmiddle\n\nlast 2\n");

    const auto conflict =
        call(noor, Method::put, "/api/v1/pages/seals",
             R"({"title": "Seals", "body": "first 3\n\nmiddle\n\nlast\n", "base_revision": 1})");
    CHECK(conflict.status == 409);
    const auto problem = parsed(conflict);
    CHECK(problem.at("status") == 409);
    CHECK(problem.at("mine").at("body") == "first 3\n\nmiddle\n\nlast\n");
    CHECK(problem.at("theirs").at("body") == "first 2\n\nmiddle\n\nlast 2\n");
    CHECK(problem.at("theirs").at("number") == 3);
    CHECK(problem.at("merged").at("body").as_string().find("<<<<<<<") != std::string::npos);
    CHECK(body_of("seals") == "first 2\n\nmiddle\n\nlast 2\n");

    CHECK(call(noor, Method::put, "/api/v1/pages/seals", R"({"body": "x"})").status == 422);
    CHECK(call(noor, Method::put, "/api/v1/pages/seals", R"({"body": "x", "base_revision": 9})").status ==
          422);
}

TEST_CASE_METHOD(Shelf, "the API tells the history, compares and reverts") {
    const auto page = write_page("Seals", "one\n");
    save(page, 1, "two\n");
    save(page, 2, "three\n");
    const auto list = parsed(call(noor, Method::get, "/api/v1/pages/seals/revisions?limit=2"));
    REQUIRE(list.at("items").as_array().size() == 2);
    CHECK(list.at("items").as_array()[0].at("number") == 3);
    CHECK_FALSE(list.at("items").as_array()[0].as_object().contains("body"));
    const auto cursor = std::string(list.at("next").as_string());
    const auto rest =
        parsed(call(noor, Method::get, "/api/v1/pages/seals/revisions?limit=2&cursor=" + cursor));
    CHECK(rest.at("items").as_array().size() == 1);
    CHECK(rest.at("next").is_null());
    CHECK(parsed(call(noor, Method::get, "/api/v1/pages/seals/revisions/2")).at("body") == "two\n");
    CHECK(call(noor, Method::get, "/api/v1/pages/seals/revisions/8").status == 404);

    const auto compared = parsed(call(noor, Method::get, "/api/v1/pages/seals/compare?from=1&to=3"));
    CHECK(compared.at("added_lines") == 1);
    CHECK(compared.at("removed_lines") == 1);
    CHECK(compared.at("hunks").as_array().size() == 1);
    CHECK(call(noor, Method::get, "/api/v1/pages/seals/compare?from=1").status == 404);

    const auto reverted =
        parsed(call(noor, Method::post, "/api/v1/pages/seals/revert", R"({"revision": 1})"));
    CHECK(reverted.at("revision") == 4);
    CHECK(reverted.at("body") == "one\n");
    CHECK(call(noor, Method::post, "/api/v1/pages/seals/revert", R"({"revision": 99})").status == 422);
}

TEST_CASE_METHOD(Shelf, "the API lists pages by their last change, in parts that meet") {
    for (int number = 0; number < 5; ++number) {
        pass(std::chrono::seconds(number % 2)); // some change in the same second
        write_page("Page " + std::to_string(number), "x");
    }
    std::vector<std::string> slugs;
    std::string cursor;
    do {
        const auto list = parsed(call(noor, Method::get, "/api/v1/pages?limit=2" + cursor));
        for (const auto& item : list.at("items").as_array())
            slugs.emplace_back(item.at("slug").as_string());
        cursor = list.at("next").is_null() ? "" : "&cursor=" + std::string(list.at("next").as_string());
    } while (!cursor.empty());
    CHECK(slugs == std::vector<std::string>{"page-4", "page-3", "page-2", "page-1", "page-0"});
    CHECK(parsed(call(noor, Method::get, "/api/v1/pages?area=poll-workers")).at("items").as_array().empty());
    CHECK(call(noor, Method::get, "/api/v1/pages?area=nowhere").status == 422);
    CHECK(call(noor, Method::get, "/api/v1/pages?cursor=x").status == 422);

    const auto areas = parsed(call(noor, Method::get, "/api/v1/areas")).at("items").as_array();
    REQUIRE(areas.size() == 9);
    CHECK(areas[4].at("slug") == "ballots-and-equipment");
    CHECK(areas[4].at("pages") == 5);
}
