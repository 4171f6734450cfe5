#include "base/near_day.hpp"
#include "tests/support/test.hpp"

namespace {

std::string near(std::string_view at, std::string_view now, std::string_view zone = "America/New_York") {
    return base::near_day(*base::parse_iso_time(at), *base::parse_iso_time(now), zone);
}

} // namespace

TEST_CASE("a near day has its name, a far one its date") {
    CHECK(near("2027-03-01T22:00:00Z", "2027-03-01T13:00:00Z") == "today");
    CHECK(near("2027-03-02T22:00:00Z", "2027-03-01T13:00:00Z") == "tomorrow");
    CHECK(near("2027-03-05T22:00:00Z", "2027-03-01T13:00:00Z") == "Friday");
    CHECK(near("2027-03-07T22:00:00Z", "2027-03-01T13:00:00Z") == "Sunday");
    CHECK(near("2027-03-08T22:00:00Z", "2027-03-01T13:00:00Z") == "March 8, 2027");
    CHECK(near("2027-02-28T22:00:00Z", "2027-03-01T13:00:00Z") == "February 28, 2027");
}

TEST_CASE("a near day is that of the zone") {
    CHECK(near("2027-03-06T03:00:00Z", "2027-03-01T13:00:00Z") == "Friday"); // still the evening before
    CHECK(near("2027-03-06T03:00:00Z", "2027-03-01T13:00:00Z", "UTC") == "Saturday");
    CHECK(near("2027-03-06T03:00:00Z", "2027-03-01T13:00:00Z", "Nowhere/At_All") == "Saturday");
}
