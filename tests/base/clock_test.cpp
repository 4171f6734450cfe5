#include "base/clock.hpp"
#include "tests/support/test.hpp"

using base::Time;
using namespace std::chrono_literals;

namespace {

const Time noon = *base::parse_iso_time("2027-03-01T12:00:00Z");

} // namespace

TEST_CASE("times are written and read as RFC 3339") {
    CHECK(base::iso_time(noon) == "2027-03-01T12:00:00Z");
    CHECK(base::parse_iso_time("2027-03-01T12:00:00.250Z") == noon);
    CHECK(base::parse_iso_time("2027-03-01T07:00:00-05:00") == noon);
    CHECK(base::parse_iso_time("2027-03-01") == noon - 12h);
    CHECK_FALSE(base::parse_iso_time("2027-02-29"));
    CHECK_FALSE(base::parse_iso_time("2027-03-01T25:00:00Z"));
    CHECK_FALSE(base::parse_iso_time("tomorrow"));
    CHECK_FALSE(base::parse_iso_time("2027-03-01T12:00:00Zz"));
}

TEST_CASE("a time is shown in the reader's zone, with summer time where it holds") {
    CHECK(base::exact_time(noon, "America/Chicago") == "March 1, 2027, 6:00 AM CST");
    CHECK(base::exact_time(*base::parse_iso_time("2027-07-01T05:30:00Z"), "America/Chicago") ==
          "July 1, 2027, 12:30 AM CDT");
    CHECK(base::exact_time(noon, "Mars/Olympus") == "March 1, 2027, 12:00 PM UTC");
    CHECK(base::exact_date(*base::parse_iso_time("2027-03-01T02:00:00Z"), "Pacific/Honolulu") ==
          "February 28, 2027");
    CHECK(base::is_zone("Pacific/Guam"));
    CHECK_FALSE(base::is_zone("../../etc/passwd"));
}

TEST_CASE("distances are said in words both ways") {
    CHECK(base::relative_time(noon - 20s, noon, "UTC") == "just now");
    CHECK(base::relative_time(noon - 1min, noon, "UTC") == "1 minute ago");
    CHECK(base::relative_time(noon - 26h, noon, "UTC") == "1 day ago");
    CHECK(base::relative_time(noon + 49h, noon, "UTC") == "in 2 days");
    CHECK(base::relative_time(noon - 24h * 21, noon, "UTC") == "3 weeks ago");
    CHECK(base::relative_time(noon - 24h * 400, noon, "UTC") == "January 25, 2026");
}

TEST_CASE("a day begins at midnight where the reader is") {
    CHECK(base::start_of_day("2027-03-01", "America/New_York") ==
          *base::parse_iso_time("2027-03-01T05:00:00Z"));
    CHECK_FALSE(base::start_of_day("2027-13-01", "UTC"));
    CHECK_FALSE(base::start_of_day("2027-03-01x", "UTC"));
}
