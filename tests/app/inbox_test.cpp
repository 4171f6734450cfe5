// What the inbox leads to counts as read when it was read.
#include "notices/notices.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/test.hpp"

using testing::Scene;

TEST_CASE_METHOD(Scene, "an entry on a changed page counts as read in the history that it leads to") {
    const auto noor = add_person("Noor Haddad");
    const auto theo = add_person("Theo Brandt");
    write_page(noor, "Seals", "one");
    REQUIRE(post(sign_in(theo), "/practices/seals/edit",
                 {{"title", "Seals"}, {"body", "two"}, {"base_revision", "1"}})
                .status == 303);
    CHECK(notices::unread(reader(), noor) == 1);
    get(sign_in(noor), "/practices/seals/history");
    database().write([](store::Writer&) {}); // reading is noted a little later
    CHECK(notices::unread(reader(), noor) == 0);
}
