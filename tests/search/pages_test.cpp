#include "search/handlers.hpp"
#include "search/results_view.hpp"
#include "server/fields.hpp"
#include "site/context.hpp"
#include "tests/search/library.hpp"

#include <boost/json.hpp>

using library::day;
using library::Library;

namespace {

/// Calls a handler as a signed-in member would reach it.
server::Response visit(Library& library, server::Response (*handler)(site::Context&), std::string path,
                       std::string query) {
    auto connection = library.database().open_reader();
    store::Reader reader(*connection);
    store::Snapshot snapshot(reader);
    const site::Services services{library.database(), base::system_clock(), base::system_random()};
    server::Request request;
    request.path = std::move(path);
    request.query = std::move(query);
    site::Context context{.services = services,
                          .request = request,
                          .db = reader,
                          .snapshot = snapshot,
                          .now = day(100),
                          .request_id = "7f3a0192",
                          .viewer = {.id = {1}, .handle = "noor-haddad", .name = "Noor Haddad"},
                          .query = server::Fields::from_form(request.query).value(),
                          .forgery_token = "a-token"};
    return handler(context);
}

std::string page(Library& library, std::string query) {
    return visit(library, search::show_results, "/search", std::move(query)).body;
}

boost::json::object api(Library& library, std::string query) {
    const auto response = visit(library, search::find_for_api, "/api/v1/search", std::move(query));
    REQUIRE(response.status == 200);
    return boost::json::parse(response.body).as_object();
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("the page shows what was found with its words marked, and escapes everything else") {
    Library library;
    library.put_page(1, "<script>alert(1)</script> seals", "Put <b>seals</b> on & \"log\" them.");
    const auto html = page(library, "q=seals");
    CHECK(has(html, "<h1>Results for “seals”</h1>"));
    CHECK(has(html, "&lt;script&gt;alert(1)&lt;/script&gt; seals</a>"));
    CHECK(has(html, "Put &lt;b&gt;<mark>seals</mark>&lt;/b&gt; on &amp;"));
    CHECK(has(html, "1 result"));
    CHECK_FALSE(has(html, "<script>alert"));
    const auto hostile = page(library, "q=%22%3E%3Cimg+src%3Dx%3E");
    CHECK_FALSE(has(hostile, "<img src=x>"));
}

TEST_CASE("the page says what to do where nothing was found, and before anything is asked") {
    Library library;
    library.put_page(1, "Provisional ballots", "provisional");
    CHECK(has(page(library, "q=zzzzz"), "Nothing was found"));
    CHECK(has(page(library, "q=provisonel"),
              "Did you mean <a href=\"/search?q=provisional\">provisional</a>?"));
    CHECK(has(page(library, ""), "How to search"));
    CHECK(has(page(library, "q=x&kind=banana"), "Kinds are question"));
    CHECK(has(page(library, "q=Noor+Haddad"), "href=\"/members?name=Noor%20Haddad\""));
    CHECK_FALSE(has(page(library, "q=in:poll-workers"), "/members?name="));
    CHECK(has(visit(library, search::show_help, "/search/help", "").body, "chain of custody"));
}

TEST_CASE("kinds are links with numbers, and further results follow by a link") {
    Library library;
    for (int i = 1; i <= 30; ++i)
        library.put_page(i, "Page " + std::to_string(i), "lantern");
    const auto first = page(library, "q=lantern");
    CHECK(has(first, "/search?q=lantern&amp;kind=page"));
    CHECK(has(first, "/search?q=lantern&amp;kind=&amp;cursor=20.0"));
    const auto second = page(library, "q=lantern&cursor=20.0");
    CHECK(has(second, "<ol class=\"hits\" start=\"21\">"));
    CHECK_FALSE(has(second, "cursor=40"));
    // A kind that is chosen stands in place of that in the words, and is not added to it.
    CHECK(has(page(library, "q=lantern+kind:page"), "class=\"hits\""));
    CHECK_FALSE(has(page(library, "q=lantern+kind:page&kind=question"), "class=\"hits\""));
}

TEST_CASE("a place keeps the hyphen of its name") {
    CHECK(search::place_words("in-person-voting") == "In-person voting");
    CHECK(search::place_words("mail-and-absentee-voting") == "Mail and absentee voting");
}

TEST_CASE("tag and state of the address are filters of the query") {
    Library library;
    library.put_page(1, "Tagged", "lantern", {"drop-box"});
    library.put_page(2, "Plain", "lantern");
    const auto html = page(library, "q=lantern&tag=drop-box");
    CHECK(has(html, "1 result"));
    CHECK(has(html, "Results for “lantern tag:drop-box”"));
}

TEST_CASE("the API answers items, facets and notes, and the cursor of the next part") {
    Library library;
    for (int i = 1; i <= 5; ++i)
        library.put_page(i, "Page " + std::to_string(i), "a <lantern>", {"drop-box"});
    const auto first = api(library, "q=lanterns&limit=2&tag=drop-box");
    CHECK(first.at("total") == 5);
    const auto& item = first.at("items").at(0).as_object();
    CHECK(item.at("kind") == "page");
    CHECK(item.at("title") == "Page 5");
    CHECK(item.at("address") == "/practices/5");
    CHECK(item.at("snippet") == "a &lt;<mark>lantern</mark>&gt;");
    CHECK(item.at("at").as_string() == base::iso_time(day(5)));
    CHECK(item.at("tags").at(0) == "drop-box");
    CHECK(first.at("facets").at(0).at("number") == 5);
    CHECK(first.at("notes").as_array().empty());
    REQUIRE(first.at("next").is_string());
    const auto last = api(library, "q=lanterns&limit=2&cursor=4.0");
    CHECK(last.at("items").as_array().size() == 1);
    CHECK(last.at("next").is_null());
}

TEST_CASE("the API refuses parameters that say nothing sensible, field by field") {
    Library library;
    const auto response =
        visit(library, search::find_for_api, "/api/v1/search", "q=x&kind=banana&state=ohio&limit=0&cursor=x");
    CHECK(response.status == 422);
    for (const auto* field : {"kind", "state", "limit", "cursor"})
        CHECK(has(response.body, field));
}

TEST_CASE("what looks like a title is listed with its kind, and nothing where no words are") {
    Library library;
    library.put_page(1, "Lanterns for early voting", "beacon");
    const auto response =
        visit(library, search::show_similar, "/similar", "q=Which+lanterns+for+the+hall%3F");
    CHECK(boost::json::parse(response.body).as_object().at("items").at(0) ==
          boost::json::object{{"text", "Lanterns for early voting"},
                              {"address", "/practices/1"},
                              {"kind", "page"},
                              {"settled", false}});
    CHECK(visit(library, search::show_similar, "/similar", "").body == R"({"items":[],"next":null})");
}

TEST_CASE("suggestions are items with text, address and kind") {
    Library library;
    library.put_page(1, "Lanterns", "beacon");
    const auto response = visit(library, search::show_suggestions, "/suggest", "q=lan");
    const auto body = boost::json::parse(response.body).as_object();
    CHECK(body.at("items").at(0) ==
          boost::json::object{{"text", "Lanterns"}, {"address", "/practices/1"}, {"kind", "page"}});
    CHECK(body.at("items").at(1).at("address") == "/search?q=lanterns");
    CHECK(visit(library, search::show_suggestions, "/suggest", "").body == R"({"items":[],"next":null})");
}
