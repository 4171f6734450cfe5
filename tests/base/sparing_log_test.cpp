#include "base/sparing_log.hpp"
#include "tests/support/captured_log.hpp"
#include "tests/support/test.hpp"

TEST_CASE("of a flood so many lines a second are logged, and how many were left out") {
    const testing::CapturedLog captured;
    base::SparingLog log(2);
    auto now = *base::parse_iso_time("2027-03-01T12:00:00Z");
    for (int i = 1; i <= 5; ++i)
        log.log("refused", {{"number", std::to_string(i)}}, now);
    CHECK(captured.text() == "refused number=1\nrefused number=2\n");
    now += std::chrono::seconds(1);
    log.log("refused", {{"number", "6"}}, now);
    now += std::chrono::seconds(1);
    log.log("refused", {{"number", "7"}}, now);
    CHECK(captured.text() ==
          "refused number=1\nrefused number=2\nleft_out count=3\nrefused number=6\nrefused number=7\n");
}
