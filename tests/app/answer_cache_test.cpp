#include "app/answer_cache.hpp"
#include "tests/support/test.hpp"

namespace {

server::Request reading(std::string_view cookie = "cohort=abc") {
    server::Request request;
    request.path = "/forum";
    request.headers.add("Cookie", cookie);
    return request;
}

const base::Time noon = *base::parse_iso_time("2027-03-01T12:00:00Z");

} // namespace

TEST_CASE("an answer is found again until the data or the minute changes") {
    app::AnswerCache cache;
    const auto key = app::AnswerCache::key_of(reading());
    auto page = server::html("<p>hello</p>");
    cache.keep(key, 7, noon, page);
    CHECK(page.content() == "<p>hello</p>");
    REQUIRE(cache.find(key, 7, noon + std::chrono::seconds(59)));
    CHECK(cache.find(key, 7, noon)->content() == "<p>hello</p>");
    CHECK_FALSE(cache.find(key, 8, noon));
    CHECK_FALSE(cache.find(key, 7, noon + std::chrono::seconds(60)));
}

TEST_CASE("nobody gets what was made for somebody else, or in another form") {
    const auto mine = app::AnswerCache::key_of(reading());
    CHECK(mine != app::AnswerCache::key_of(reading("cohort=abd")));
    auto packed = reading();
    packed.headers.add("Accept-Encoding", "gzip");
    CHECK(mine != app::AnswerCache::key_of(packed));
    auto asked = reading();
    asked.query = "page=2";
    CHECK(mine != app::AnswerCache::key_of(asked));
    auto posted = reading();
    posted.method = server::Method::post;
    CHECK(app::AnswerCache::key_of(posted).empty());
    auto visitor = reading();
    visitor.headers.remove("Cookie");
    CHECK(app::AnswerCache::key_of(visitor).empty());
}

TEST_CASE("what sets a cookie, failed or must not be stored is not kept") {
    app::AnswerCache cache;
    auto with_cookie = server::html("a");
    server::set_cookie(with_cookie, {"cohort", "x"});
    auto missing = server::html("b", 404);
    auto private_one = server::html("c");
    private_one.headers.add("Cache-Control", "no-store");
    for (auto* response : {&with_cookie, &missing, &private_one}) {
        cache.keep("key", 1, noon, *response);
        CHECK_FALSE(cache.find("key", 1, noon));
    }
}
