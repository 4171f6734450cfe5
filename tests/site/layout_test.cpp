#include "cmake/embedded.hpp"
#include "site/error_page.hpp"
#include "site/layout.hpp"
#include "site/static_files.hpp"
#include "tests/site/visit.hpp"
#include "tests/support/test.hpp"

#include <algorithm>

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

server::Response simple(const site::Context& c, int status = 200) {
    return site::page(
        c, {.title = "Forum", .section = "forum"}, [](html::Writer& w) { w.put<"<h1>Forum</h1>">(); },
        status);
}

TEST_CASE("a member finds search, sections and the unread count on every page") {
    testing::Visit visit;
    visit.context().waiting = 3;
    const auto body = simple(visit.context()).body;
    CHECK(has(body, "<title>Forum – Cohort</title>"));
    CHECK(has(body, "role=\"search\""));
    CHECK(has(body, "<a href=\"/forum\" aria-current=\"page\">Forum</a>"));
    CHECK(has(body, ">3<span class=\"hidden-words\"> unread</span>"));
    CHECK(has(body, "<a class=\"skip\" href=\"#main_\">"));
}

TEST_CASE("a visitor without an account is led to nothing that needs one") {
    testing::Visit visit;
    visit.context().viewer = {};
    const auto body = simple(visit.context()).body;
    for (const auto* address : {"/search", "/inbox", "/forum", "/members", "/sign-out"})
        CHECK_FALSE(has(body, std::string("\"") + address + "\""));
}

TEST_CASE("a notice is shown once") {
    testing::Visit visit;
    CHECK(simple(visit.context()).headers.get("Set-Cookie").empty());
    visit.context().notice = "Your answer is posted.";
    const auto response = simple(visit.context());
    CHECK(has(response.body, "Your answer is posted."));
    CHECK(has(std::string(response.headers.get("Set-Cookie")), "cohort_notice=;"));
}

TEST_CASE("the title of a refused form says that there is an error") {
    testing::Visit visit;
    CHECK(has(simple(visit.context(), 422).body, "<title>Error: Forum – Cohort</title>"));
}

TEST_CASE("an error page gives back what was typed, but no secret") {
    testing::Visit visit;
    auto& c = visit.context();
    c.input.add("body", "A long answer that somebody took care over.");
    c.input.add("new_password", "correct horse battery staple");
    c.input.add("forgery_token", "0123456789012345678901234567890");
    const auto response = site::error_page(c, {base::ProblemKind::too_many, "Please wait a minute.", {}, 60});
    CHECK(response.status == 429);
    CHECK(has(response.body, "A long answer that somebody took care over."));
    CHECK(has(response.body, "Please wait a minute."));
    CHECK_FALSE(has(response.body, "battery staple"));
    CHECK_FALSE(has(response.body, "01234567890123456789\n"));
}

TEST_CASE("styles, scripts and icons leave a third of a first visit's 40 KB to the page itself") {
    std::size_t weight = 0;
    for (const auto& file : embedded::static_files())
        weight += file.gzip.size();
    CHECK(weight > 0);
    CHECK(weight < 26 * 1024);
}

TEST_CASE("a page links no file that is not there") {
    testing::Visit visit;
    const auto body = simple(visit.context()).body;
    const std::string root = "/static/" + site::static_hash() + "/";
    int links = 0;
    for (auto at = body.find(root); at != std::string::npos; at = body.find(root, at + 1)) {
        const auto start = at + root.size();
        const auto name = body.substr(start, body.find_first_of("\"#", start) - start);
        INFO(name);
        ++links;
        CHECK(std::ranges::count(embedded::static_files(), name, &embedded::File::name) == 1);
    }
    CHECK(links > 4); // styles, icons, scripts
}

TEST_CASE("no style is left out of those that a page links") {
    testing::Visit visit;
    const auto body = simple(visit.context()).body;
    for (const auto& file : embedded::static_files()) {
        if (!file.name.starts_with("styles/")) continue;
        INFO(file.name << ": to be joined with the others, name it in COHORT_STYLES");
        CHECK(has(body, std::string(file.name) + "\""));
    }
}

} // namespace
