#include "base/log.hpp"
#include "tests/support/captured_log.hpp"
#include "tests/support/test.hpp"

TEST_CASE("a value in the log cannot begin a line of its own nor speak to a terminal") {
    const testing::CapturedLog log;
    base::log("event", {{"plain", "word"}, {"two", "two words"}, {"trap", "a\nb\r\x1b[2J\"c"}});
    CHECK(log.text() == "event plain=word two=\"two words\" trap=\"a b  [2J\\\"c\"\n");
}
