#include "members/guard.hpp"
#include "tests/members/house.hpp"

using server::Method;
using testing::Browser;
using testing::holds;
using testing::House;

namespace {

server::Request post_request(const Browser& browser, std::string_view path, const testing::Form& form,
                             std::string_view origin) {
    server::Request request;
    request.method = Method::post;
    request.path = path;
    request.headers.add("Host", "cohort.test");
    if (!origin.empty()) request.headers.add("Origin", origin);
    if (!browser.cookies.empty()) request.headers.add("Cookie", browser.header());
    request.body = testing::body_of(form);
    return request;
}

const testing::Form profile{
    {"name", "Noor Lindqvist"}, {"about", "Two lines\nabout <seals>"}, {"zone", "UTC"}};

} // namespace

TEST_CASE("a page sends a visitor to sign in and back to the very address") {
    House house;
    Browser visitor;
    const auto response = house.get(visitor, "/members?name=had&role=coach");
    CHECK(response.status == 303);
    CHECK(response.headers.get("Location") == "/sign-in?next=%2Fmembers%3Fname%3Dhad%26role%3Dcoach");
    CHECK(visitor.cookies.empty());
}

TEST_CASE("a browser whose session has ended forgets what it kept from it") {
    House house;
    auto browser = house.sign_in(house.add("Noor Haddad"));
    house.pass(members::session_length);
    const auto response = house.get(browser, "/members");
    CHECK(response.status == 303);
    CHECK(response.headers.get("Clear-Site-Data") == "\"cache\"");
    CHECK_FALSE(browser.cookies.contains("cohort"));
    CHECK(house.get(browser, "/members").headers.get("Clear-Site-Data").empty());
}

TEST_CASE("a form from another site changes nothing, and its text can be copied but not sent") {
    House house;
    const auto noor = house.add("Noor Haddad");
    auto browser = house.sign_in(noor);
    for (const auto* origin : {"http://evil.example", "null", ""}) {
        auto form = profile;
        form.emplace_back("forgery_token", browser.token);
        const auto response = house.answer(post_request(browser, "/settings", form, origin));
        CHECK(response.status == 403);
        CHECK(holds(response, "about &lt;seals&gt;"));
        CHECK_FALSE(holds(response, "action=\"/settings\""));
    }
    CHECK(members::read_profile(house.db(), noor)->name == "Noor Haddad");
}

TEST_CASE("a stale token of our own form loses nothing: the same fields go out again with a fresh one") {
    House house;
    const auto noor = house.add("Noor Haddad");
    auto browser = house.sign_in(noor);
    browser.token = "stale";
    const auto refused = house.post(browser, "/settings", profile);
    CHECK(refused.status == 403);
    CHECK(holds(refused, "action=\"/settings\""));
    CHECK(holds(refused, "name=\"about\" value=\"Two lines\nabout &lt;seals&gt;\""));
    CHECK(browser.token != "stale");
    CHECK(members::read_profile(house.db(), noor)->name == "Noor Haddad");
    CHECK(house.post(browser, "/settings", profile).status == 303);
    CHECK(members::read_profile(house.db(), noor)->name == "Noor Lindqvist");
}

TEST_CASE("a stale form with a password asks for it again and never shows it back") {
    House house;
    auto browser = house.sign_in(house.add("Noor Haddad"));
    browser.token = "stale";
    const auto refused =
        house.post(browser, "/settings/password",
                   {{"current_password", "seven blue lanterns"}, {"password", "ten red kites fly"}});
    CHECK(refused.status == 403);
    CHECK_FALSE(holds(refused, "ten red kites"));
    CHECK_FALSE(holds(refused, "seven blue"));
    CHECK(holds(refused, "name=\"current_password\" type=\"password\""));
}

TEST_CASE("what was typed when the session ended is carried through signing in, and sent by one button") {
    House house;
    const auto noor = house.add("Noor Haddad");
    auto browser = house.sign_in(noor);
    house.pass(std::chrono::days(15));
    const auto asked = house.post(browser, "/settings", profile);
    CHECK(asked.status == 401);
    CHECK(holds(asked, "name=\"kept_path\" value=\"/settings\""));
    CHECK(holds(asked, "name=\"kept.name\" value=\"Noor Lindqvist\""));
    CHECK_FALSE(holds(asked, "kept.forgery_token"));

    testing::Form sign_in{{"email", "noor-haddad@example.org"},
                          {"password", std::string(House::password)},
                          {"kept_path", "/settings"}};
    for (const auto& [name, value] : profile)
        sign_in.emplace_back("kept." + name, value);
    auto wrong = sign_in;
    wrong[1].second = "not the password";
    const auto refused = house.post(browser, "/sign-in", wrong);
    CHECK(refused.status == 422);
    CHECK(holds(refused, "name=\"kept.name\" value=\"Noor Lindqvist\""));

    const auto welcome = house.post(browser, "/sign-in", sign_in);
    CHECK(welcome.status == 200);
    CHECK(holds(welcome, "action=\"/settings\""));
    CHECK(members::read_profile(house.db(), noor)->name == "Noor Haddad");
    CHECK(house.post(browser, "/settings", profile).status == 303);
    CHECK(members::read_profile(house.db(), noor)->name == "Noor Lindqvist");
}

TEST_CASE("a kept form shows what was written, by the names people know, and sends everything") {
    House house;
    house.add("Noor Haddad");
    Browser browser;
    house.get(browser, "/sign-in");
    const auto page = house.post(browser, "/sign-in",
                                 {{"email", "noor-haddad@example.org"},
                                  {"password", std::string(House::password)},
                                  {"kept_path", "/forum/threads"},
                                  {"kept.kind", "question"},
                                  {"kept.body", "It jams."},
                                  {"kept.attribution", "unnamed"},
                                  {"kept.key", "/forum/new?kind=question"},
                                  {"kept.opinion", "rather not"}});
    CHECK(page.status == 200);
    CHECK(holds(page, ">Text</label>"));
    CHECK(holds(page, ">Your name</label>"));
    CHECK(holds(page, ">What you wrote</label>"));
    CHECK_FALSE(holds(page, ">kind</label>"));
    CHECK_FALSE(holds(page, "readonly>\n/forum/new"));
    CHECK(holds(page, "name=\"kind\" value=\"question\""));
    CHECK(holds(page, "name=\"key\" value=\"/forum/new?kind=question\""));
}

TEST_CASE("a kept form leads nowhere but to this site") {
    House house;
    house.add("Noor Haddad");
    Browser browser;
    house.get(browser, "/sign-in");
    const auto response = house.post(browser, "/sign-in",
                                     {{"email", "noor-haddad@example.org"},
                                      {"password", std::string(House::password)},
                                      {"kept_path", "//evil.example/x"},
                                      {"kept.body", "text"},
                                      {"next", "https://evil.example"}});
    CHECK(response.status == 303);
    CHECK(response.headers.get("Location") == "/");
}

TEST_CASE("a visitor's cookie comes with the first form and never without one") {
    House house;
    Browser visitor;
    house.get(visitor, "/invitations/guessed");
    CHECK(visitor.cookies.empty());
    house.get(visitor, "/sign-in");
    CHECK(visitor.cookies.contains("cohort_visitor"));
    const auto first = visitor.token;
    house.get(visitor, "/sign-in");
    CHECK(visitor.token == first);
}

TEST_CASE("another visitor's token opens no door") {
    House house;
    house.add("Noor Haddad");
    Browser one;
    Browser two;
    house.get(one, "/sign-in");
    house.get(two, "/sign-in");
    two.token = one.token;
    const auto response = house.post(
        two, "/sign-in", {{"email", "noor-haddad@example.org"}, {"password", std::string(House::password)}});
    CHECK(response.status == 403);
}

TEST_CASE("the API knows bearer tokens only, the pages cookies only") {
    House house;
    const auto noor = house.add("Noor Haddad");
    auto browser = house.sign_in(noor);
    CHECK(house.get(browser, "/api/v1/me").status == 401);
    const auto token = house.write([&](store::Writer& db) {
        return members::add_token(db, house.random, noor, {"t", {.read = true, .write = true}, 30},
                                  house.now);
    });
    server::Request request;
    request.path = "/settings";
    request.headers.add("Authorization", "Bearer " + *token);
    CHECK(house.answer(request).status == 303);
}

TEST_CASE("a session as bearer token, and a token as session, are nobody") {
    House house;
    const auto noor = house.add("Noor Haddad");
    const auto browser = house.sign_in(noor);
    CHECK(house.call(browser.cookies.at("cohort"), Method::get, "/api/v1/me").status == 401);
    const auto token = house.write([&](store::Writer& db) {
        return members::add_token(db, house.random, noor, {"t", {.read = true}, 30}, house.now);
    });
    Browser forged{{{"cohort", *token}}, ""};
    CHECK(house.get(forged, "/settings").status == 303);
}

TEST_CASE("scopes: reading needs read, changing write, administering admin") {
    site::Viewer viewer{.id = base::MemberId{1}};
    viewer.scopes = {.read = true};
    CHECK(members::allows(viewer, Method::get, "/api/v1/threads"));
    CHECK(members::allows(viewer, Method::head, "/api/v1/threads"));
    CHECK_FALSE(members::allows(viewer, Method::post, "/api/v1/threads"));
    CHECK_FALSE(members::allows(viewer, Method::del, "/api/v1/posts/1"));
    CHECK_FALSE(members::allows(viewer, Method::get, "/api/v1/admin/members"));
    viewer.scopes = {.write = true};
    CHECK(members::allows(viewer, Method::put, "/api/v1/pages/seals"));
    CHECK_FALSE(members::allows(viewer, Method::get, "/api/v1/pages/seals"));
    viewer.scopes = {.admin = true};
    CHECK(members::allows(viewer, Method::get, "/api/v1/admin/members"));
    CHECK_FALSE(members::allows(viewer, Method::get, "/api/v1/administrators"));
}

TEST_CASE("a flood of posts gets 429 with Retry-After, and what was typed comes back") {
    House house;
    auto browser = house.sign_in(house.add("Noor Haddad"));
    server::Response response;
    for (int i = 0; i < 31; ++i)
        response = house.post(browser, "/settings", profile);
    CHECK(response.status == 429);
    CHECK_FALSE(response.headers.get("Retry-After").empty());
    CHECK(holds(response, "about &lt;seals&gt;"));
    CHECK(house.get(browser, "/settings").status == 200);
    house.pass(std::chrono::minutes(1));
    CHECK(house.post(browser, "/settings", profile).status == 303);
}
