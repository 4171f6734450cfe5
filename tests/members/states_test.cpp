#include "members/states.hpp"
#include "tests/support/test.hpp"

TEST_CASE("a state is found by its two letters and by its name") {
    for (const auto* words : {"OH", "oh", "Ohio", "ohio", "OHIO"})
        CHECK(members::state_code(words) == "OH");
    CHECK(members::state_code("new york") == "NY");
    CHECK(members::state_code("District of Columbia") == "DC");
    CHECK(members::state_code("the Virgin Islands") == "VI");
    CHECK(members::state_code("Atlantis") == "ATLANTIS");
    CHECK(members::state_code("").empty());
}
