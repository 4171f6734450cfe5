#include "tests/site/visit.hpp"
#include "tests/support/test.hpp"

TEST_CASE("while a request waits for its write, it holds no view of the data; afterwards it has a new one") {
    // A view that is held keeps the write-ahead log from being emptied.
    testing::Visit visit;
    auto& c = visit.context();
    const auto holds_view = [&] { return c.db.connection().in_transaction(); };
    REQUIRE(holds_view());
    bool held_meanwhile = true;
    c.write([&](store::Writer&) { held_meanwhile = holds_view(); });
    CHECK_FALSE(held_meanwhile);
    CHECK(holds_view());
}
