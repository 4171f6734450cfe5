// Who does too much in a short time is told so, loses nothing, and can still vote.
#include "members/rate_limit.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/test.hpp"

using server::Method;
using testing::shows;

namespace {

bool holds(const server::Response& response, std::string_view words) {
    return response.content().find(words) != std::string_view::npos;
}

/// With its limits on.
testing::Scene limited() {
    auto settings = testing::quiet_settings();
    settings.rate_limits = true;
    return testing::Scene(settings);
}

/// Posts until the first refusal, which it gives.
server::Response post_until_refused(testing::Scene& scene, const testing::Browser& browser,
                                    const std::string& path,
                                    const std::vector<std::pair<std::string, std::string>>& fields) {
    for (int i = 0; i < 1'000; ++i)
        if (auto response = scene.post(browser, path, fields); response.status == 429) return response;
    throw std::runtime_error("nothing was refused");
}

} // namespace

TEST_CASE("a reply too many comes back whole, with the button that sends it, and is taken after a while") {
    auto scene = limited();
    const auto noor = scene.add_person("Noor Haddad");
    const auto thread = scene.ask(noor, "Seal numbers", "How do you log them?").thread;
    const auto browser = scene.sign_in(noor);
    const std::string path = "/forum/threads/" + std::to_string(thread.value) + "/posts";
    const auto refused = post_until_refused(scene, browser, path, {{"body", "Twice <read> aloud."}});
    CHECK(refused.headers.get("Retry-After") == "2");
    CHECK(holds(refused, "action=\"" + path + "\""));
    CHECK(holds(refused, "name=\"body\" value=\"Twice &lt;read&gt; aloud.\""));
    CHECK(shows(refused, "This was not taken yet"));
    scene.pass(std::chrono::seconds(2));
    CHECK(scene.post(browser, path, {{"body", "Twice <read> aloud."}}).status == 303);
}

TEST_CASE("who has posted as much as they may can still vote, watch and mark as read") {
    auto scene = limited();
    const auto ada = scene.add_person("Ada Quist");
    const auto noor = scene.add_person("Noor Haddad");
    const auto thread = scene.ask(ada, "Seal numbers", "How do you log them?").thread;
    const auto answer = scene.answer(ada, thread, "Twice.");
    const auto browser = scene.sign_in(noor);
    const auto token = scene.token(noor);
    const std::string place = "/forum/threads/" + std::to_string(thread.value);
    const std::string vote = "/posts/" + std::to_string(answer.value) + "/vote";
    post_until_refused(scene, browser, place + "/posts", {{"body", "Once more."}});
    CHECK(scene.post(browser, "/forum" + vote, {}).status == 303);
    CHECK(scene.post(browser, place + "/watch", {}).status == 303);
    CHECK(scene.post(browser, "/inbox/read", {{"all", "yes"}}).status == 303);
    CHECK(scene.call(token, Method::put, "/api/v1" + vote).status < 300);
    CHECK(scene
              .call(token, Method::post, "/api/v1/threads/" + std::to_string(thread.value) + "/posts",
                    R"({"body":"By a script."})")
              .status == 429);
}

TEST_CASE("a vote refused for its rate says what to do and keeps what was chosen") {
    auto scene = limited();
    const auto browser = scene.sign_in(scene.add_person("Noor Haddad"));
    const auto refused =
        post_until_refused(scene, browser, "/ballots/7/vote", {{"choice", "decline"}, {"reason", "Cost."}});
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
