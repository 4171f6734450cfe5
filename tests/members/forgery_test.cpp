#include "members/forgery.hpp"
#include "tests/support/test.hpp"

namespace {

server::Request from(std::string_view header, std::string_view value) {
    server::Request request;
    request.headers.add("Host", "Cohort.test:8080");
    if (!header.empty()) request.headers.add(header, value);
    return request;
}

} // namespace

TEST_CASE("a forgery token belongs to one key and one session") {
    const auto token = members::forgery_token("key", "session");
    CHECK(token.size() == 43);
    CHECK(members::is_forgery_token("key", "session", token));
    CHECK_FALSE(members::is_forgery_token("key", "other session", token));
    CHECK_FALSE(members::is_forgery_token("other key", "session", token));
    CHECK_FALSE(members::is_forgery_token("key", "session", ""));
    CHECK_FALSE(members::is_forgery_token("key", "", members::forgery_token("key", "")));
}

TEST_CASE("only our own origin may send a form") {
    CHECK(members::origin_is_ours(from("Origin", "http://cohort.test:8080"), ""));
    CHECK(members::origin_is_ours(from("Origin", "HTTP://COHORT.test:8080"), ""));
    CHECK_FALSE(members::origin_is_ours(from("Origin", "http://cohort.test"), ""));
    CHECK_FALSE(members::origin_is_ours(from("Origin", "http://cohort.test:8080.evil.example"), ""));
    CHECK_FALSE(members::origin_is_ours(from("Origin", "http://evil.example"), ""));
    CHECK_FALSE(members::origin_is_ours(from("Origin", "null"), ""));
    CHECK_FALSE(members::origin_is_ours(from("", ""), ""));
}

TEST_CASE("where Origin is missing, Referer says it; where Origin is there, Referer says nothing") {
    CHECK(members::origin_is_ours(from("Referer", "http://cohort.test:8080/forum/ask?x=1"), ""));
    CHECK_FALSE(members::origin_is_ours(from("Referer", "http://evil.example/http://cohort.test:8080/"), ""));
    auto both = from("Origin", "null");
    both.headers.add("Referer", "http://cohort.test:8080/");
    CHECK_FALSE(members::origin_is_ours(both, ""));
}

TEST_CASE("behind TLS the plain site of the same name is foreign") {
    auto request = from("Origin", "http://cohort.test:8080");
    request.secure = true;
    CHECK_FALSE(members::origin_is_ours(request, ""));
    auto secure = from("Origin", "https://cohort.test:8080");
    secure.secure = true;
    CHECK(members::origin_is_ours(secure, ""));
}

TEST_CASE("the address of the settings is ours, whatever host the proxy passes on") {
    const auto request = from("Origin", "https://cohort.example.gov");
    CHECK(members::origin_is_ours(request, "https://cohort.example.gov"));
    CHECK_FALSE(members::origin_is_ours(request, "https://cohort.example.org"));
    CHECK_FALSE(members::origin_is_ours(request, ""));
}
