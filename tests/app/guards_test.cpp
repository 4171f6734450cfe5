// What stands between the program and the world in every answer, as it runs behind a proxy that ends TLS.
#include "app/application.hpp"
#include "app/schema.hpp"
#include "members/invitations.hpp"
#include "tests/support/captured_log.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

namespace {

using server::Method;

struct Proxied {
    testing::TemporaryFolder folder;
    store::Database database{folder.path() / "cohort.db", app::migrations()};
    app::Settings settings = [] {
        app::Settings made;
        made.address = "https://cohort.test";
        made.behind_proxy = true;
        made.workers = 1;
        return made;
    }();
    app::Application application{database, settings, base::system_clock(), base::system_random()};

    static server::Request request(std::string_view path, Method method = Method::get) {
        server::Request made;
        made.method = method;
        made.path = path;
        made.remote = "127.0.0.1";
        made.headers.add("Host", "cohort.test");
        made.headers.add("Origin", "https://cohort.test");
        made.headers.add("X-Forwarded-For", "203.0.113.5");
        made.headers.add("X-Forwarded-For", "203.0.113.6, 198.51.100.9");
        made.headers.add("X-Forwarded-Proto", "https");
        return made;
    }
    server::Response answer(server::Request made) { return application.handle(std::move(made), 0); }
};

std::vector<std::string> cookies_of(const server::Response& response) {
    std::vector<std::string> cookies;
    for (const auto& [name, value] : response.headers)
        if (name == "Set-Cookie") cookies.push_back(value);
    return cookies;
}

std::string token_in(const server::Response& response) {
    constexpr std::string_view field = "name=\"forgery_token\" value=\"";
    const auto page = response.content();
    const auto from = page.find(field) + field.size();
    return std::string(page.substr(from, page.find('"', from) - from));
}

void check_guarded(const server::Response& response) {
    for (const auto* header : {"Content-Security-Policy", "Strict-Transport-Security", "Referrer-Policy"})
        CHECK_FALSE(response.headers.get(header).empty());
    CHECK(response.headers.get("X-Content-Type-Options") == "nosniff");
}

} // namespace

TEST_CASE_METHOD(Proxied,
                 "behind TLS every cookie is bound to this host, also the one that carries a sentence") {
    const auto page = answer(request("/sign-in"));
    REQUIRE(cookies_of(page).size() == 1);
    auto sign_out = request("/sign-out", Method::post);
    sign_out.headers.add("Cookie", cookies_of(page)[0].substr(0, cookies_of(page)[0].find(';')));
    sign_out.headers.add("Content-Type", "application/x-www-form-urlencoded");
    sign_out.body = "forgery_token=" + token_in(page);
    const auto done = answer(sign_out);
    REQUIRE(done.status == 303);
    CHECK(cookies_of(done).size() == 2);
    for (const auto& cookie : cookies_of(done)) {
        INFO(cookie);
        CHECK(cookie.starts_with("__Host-"));
        for (const auto* flag : {"; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"})
            CHECK(cookie.find(flag) != std::string::npos);
    }
}

TEST_CASE("what the socket's edge refuses is guarded like every other answer") {
    check_guarded(app::Application::edge_problem(413, false));
    check_guarded(app::Application::edge_problem(413, true));
}

TEST_CASE_METHOD(Proxied, "who is turned away stands in the log, from the address that our own proxy saw") {
    const testing::CapturedLog log;
    const auto refused = answer(request("/api/v1/me"));
    CHECK(refused.status == 401);
    check_guarded(refused);
    CHECK_THAT(log.text(), Catch::Contains("refused request=") && Catch::Contains("from=198.51.100.9") &&
                               Catch::Contains("status=401 path=/api/v1/me"));
}

TEST_CASE_METHOD(Proxied, "an invitation's address goes into no log and into no Referer") {
    database.write([](store::Writer& db) {
        return members::add_center(db, {.name = "Alder County", .state = "OH"}, base::Time{});
    });
    const auto made = database.write([&](store::Writer& db) {
        const site::Viewer office{.id = {}, .role = site::Role::administrator};
        return members::invite(db, base::system_random(), office,
                               {"noor@example.org", "Noor", members::find_center(db, "alder-county")},
                               base::system_clock()());
    });
    REQUIRE(made);
    const testing::CapturedLog log;
    const auto page = answer(request("/invitations/" + *made));
    CHECK(page.status == 200);
    CHECK(page.headers.get("Referrer-Policy") == "strict-origin");
    auto forged = request("/invitations/" + *made, Method::post);
    CHECK(answer(forged).status == 403);
    CHECK_THAT(log.text(), Catch::Contains("status=403 path=/invitations/") && !Catch::Contains(*made));
}
