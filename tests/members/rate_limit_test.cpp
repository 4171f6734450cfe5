#include "members/rate_limit.hpp"
#include "tests/support/test.hpp"

using members::Act;

namespace {

const base::Time noon = *base::parse_iso_time("2027-03-01T12:00:00Z");

} // namespace

TEST_CASE("the sixth attempt to sign in within a minute waits, and the seconds are said") {
    members::RateLimiter limiter;
    for (int i = 0; i < 5; ++i)
        REQUIRE(limiter.take(Act::sign_in_account, "noor@example.org", noon));
    const auto refused = limiter.take(Act::sign_in_account, "noor@example.org", noon);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == base::ProblemKind::too_many);
    CHECK(refused.error().retry_after == 12);
    CHECK_FALSE(limiter.take(Act::sign_in_account, "noor@example.org", noon + std::chrono::seconds(11)));
    CHECK(limiter.take(Act::sign_in_account, "noor@example.org", noon + std::chrono::seconds(12)));
}

TEST_CASE("one account's attempts leave the others alone") {
    members::RateLimiter limiter;
    for (int i = 0; i < 5; ++i)
        REQUIRE(limiter.take(Act::sign_in_account, "noor@example.org", noon));
    CHECK(limiter.take(Act::sign_in_account, "ada@example.org", noon));
    CHECK(limiter.take(Act::post, "noor@example.org", noon));
}

TEST_CASE("twenty attempts fill an hour, however slowly they come") {
    members::RateLimiter limiter;
    int taken = 0;
    for (int minute = 0; minute < 30; ++minute)
        taken += limiter.take(Act::sign_in_account, "noor", noon + std::chrono::minutes(minute)).has_value();
    CHECK(taken >= 20);
    CHECK(taken <= 30);
    taken = 0;
    members::RateLimiter fresh;
    for (int second = 0; second < 1200; second += 12)
        taken += fresh.take(Act::sign_in_account, "noor", noon + std::chrono::seconds(second)).has_value();
    // 20 at once and one more every three minutes
    CHECK(taken == 26);
}

TEST_CASE("an attempt that was refused costs nothing") {
    members::RateLimits limits;
    limits.of(Act::post) = {{1, 10}};
    members::RateLimiter limiter(limits);
    REQUIRE(limiter.take(Act::post, "7", noon));
    for (int i = 0; i < 100; ++i)
        CHECK_FALSE(limiter.take(Act::post, "7", noon + std::chrono::seconds(5)));
    CHECK(limiter.take(Act::post, "7", noon + std::chrono::seconds(10)));
}

TEST_CASE("strangers by the thousand do not grow the memory") {
    members::RateLimits limits;
    limits.most_buckets = 1'000;
    members::RateLimiter limiter(limits);
    for (int i = 0; i < 10'000; ++i) {
        REQUIRE(limiter.take(Act::visit_post, "192.0.2." + std::to_string(i), noon));
        REQUIRE(limiter.buckets() <= 1'000);
    }
}

TEST_CASE("buckets that have emptied make room before those that are full") {
    members::RateLimits limits;
    limits.most_buckets = 100;
    limits.of(Act::post) = {{1, 1'000}};
    members::RateLimiter limiter(limits);
    REQUIRE(limiter.take(Act::post, "watched", noon));
    for (int i = 0; i < 500; ++i)
        limiter.take(Act::visit_post, std::to_string(i), noon + std::chrono::seconds(i));
    CHECK_FALSE(limiter.take(Act::post, "watched", noon + std::chrono::seconds(500)));
}

TEST_CASE("a clock that was set back by an hour locks nobody out") {
    members::RateLimiter limiter;
    const auto now = *base::parse_iso_time("2027-03-01T12:00:00Z");
    REQUIRE(limiter.take(Act::sign_in_account, "noor@example.org", now));
    const auto earlier = now - std::chrono::hours(1);
    for (int i = 0; i < 5; ++i)
        CHECK(limiter.take(Act::sign_in_account, "noor@example.org", earlier));
    CHECK_FALSE(limiter.take(Act::sign_in_account, "noor@example.org", earlier));
}
