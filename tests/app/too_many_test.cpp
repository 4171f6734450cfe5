// Who does too much in a short time is told so, loses nothing, and can still vote.
#include "members/forgery.hpp"
#include "members/rate_limit.hpp"
#include "members/sessions.hpp"
#include "server/url.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/test.hpp"

using server::Method;
using testing::shows;

namespace {

bool holds(const server::Response& response, std::string_view words) {
    return response.content().find(words) != std::string_view::npos;
}

/// The program with its limits on; in a scene they are off.
struct Limited {
    testing::Scene scene;
    app::Application application{scene.database(),
                                 [] {
                                     app::Settings settings;
                                     settings.workers = 1;
                                     return settings;
                                 }(),
                                 [this] { return scene.now(); }, base::system_random()};

    server::Response post(const testing::Browser& browser, const std::string& path,
                          const std::vector<std::pair<std::string, std::string>>& fields) {
        server::Request request;
        request.method = Method::post;
        request.path = path;
        request.headers.add("Host", "cohort.test");
        request.headers.add("Origin", "http://cohort.test");
        request.headers.add("Content-Type", "application/x-www-form-urlencoded");
        request.headers.add("Cookie", browser.cookies);
        const auto key = members::installation_key(scene.database(), base::system_random());
        request.body = "forgery_token=" + members::forgery_token(key, members::session_of(request));
        for (const auto& [name, value] : fields)
            request.body += "&" + name + "=" + server::percent_encode(value);
        return application.handle(std::move(request), 0);
    }
    server::Response call(const std::string& token, Method method, const std::string& path,
                          const std::string& json = "") {
        server::Request request;
        request.method = method;
        request.path = path;
        request.headers.add("Host", "cohort.test");
        request.headers.add("Authorization", "Bearer " + token);
        request.headers.add("Content-Type", "application/json");
        request.body = json;
        return application.handle(std::move(request), 0);
    }
    /// Posts until the first refusal, which it gives.
    server::Response post_until_refused(const testing::Browser& browser, const std::string& path,
                                        const std::vector<std::pair<std::string, std::string>>& fields) {
        for (int i = 0; i < 1'000; ++i)
            if (auto response = post(browser, path, fields); response.status == 429) return response;
        throw std::runtime_error("nothing was refused");
    }
};

} // namespace

TEST_CASE("a reply too many comes back whole, with the button that sends it, and is taken after a while") {
    Limited limited;
    auto& scene = limited.scene;
    const auto noor = scene.add_person("Noor Haddad");
    const auto thread = scene.ask(noor, "Seal numbers", "How do you log them?").thread;
    const auto browser = scene.sign_in(noor);
    const std::string path = "/forum/threads/" + std::to_string(thread.value) + "/posts";
    const auto refused = limited.post_until_refused(browser, path, {{"body", "Twice <read> aloud."}});
    CHECK(refused.headers.get("Retry-After") == "2");
    CHECK(holds(refused, "action=\"" + path + "\""));
    CHECK(holds(refused, "name=\"body\" value=\"Twice &lt;read&gt; aloud.\""));
    CHECK(shows(refused, "This was not taken yet"));
    scene.pass(std::chrono::seconds(2));
    CHECK(limited.post(browser, path, {{"body", "Twice <read> aloud."}}).status == 303);
}

TEST_CASE("who has posted as much as they may can still vote, watch and mark as read") {
    Limited limited;
    auto& scene = limited.scene;
    const auto ada = scene.add_person("Ada Quist");
    const auto noor = scene.add_person("Noor Haddad");
    const auto thread = scene.ask(ada, "Seal numbers", "How do you log them?").thread;
    const auto answer = scene.answer(ada, thread, "Twice.");
    const auto browser = scene.sign_in(noor);
    const auto token = scene.token(noor);
    const std::string place = "/forum/threads/" + std::to_string(thread.value);
    const std::string vote = "/posts/" + std::to_string(answer.value) + "/vote";
    limited.post_until_refused(browser, place + "/posts", {{"body", "Once more."}});
    CHECK(limited.post(browser, "/forum" + vote, {}).status == 303);
    CHECK(limited.post(browser, place + "/watch", {}).status == 303);
    CHECK(limited.post(browser, "/inbox/read", {{"all", "yes"}}).status == 303);
    CHECK(limited.call(token, Method::put, "/api/v1" + vote).status < 300);
    CHECK(limited
              .call(token, Method::post, "/api/v1/threads/" + std::to_string(thread.value) + "/posts",
                    R"({"body":"By a script."})")
              .status == 429);
}

TEST_CASE("a vote refused for its rate says what to do and keeps what was chosen") {
    Limited limited;
    auto& scene = limited.scene;
    const auto browser = scene.sign_in(scene.add_person("Noor Haddad"));
    const auto refused =
        limited.post_until_refused(browser, "/ballots/7/vote", {{"choice", "decline"}, {"reason", "Cost."}});
    CHECK_FALSE(refused.headers.get("Retry-After").empty());
    CHECK(shows(refused, "wait until then, and press the button"));
    CHECK(holds(refused, "action=\"/ballots/7/vote\""));
    CHECK(holds(refused, "name=\"choice\" value=\"decline\""));
    CHECK(holds(refused, "name=\"reason\" value=\"Cost.\""));
}

TEST_CASE("nobody who presses a button a second, all day long, is refused") {
    members::RateLimiter limiter;
    auto now = *base::parse_iso_time("2027-03-01T08:00:00Z");
    for (int second = 0; second < 8 * 3'600; ++second) {
        now += std::chrono::seconds(1);
        REQUIRE(limiter.take(members::Act::mark, "7", now));
    }
}
