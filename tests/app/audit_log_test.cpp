// The audit log as whoever looks into an incident needs it.
#include "members/audit_store.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/test.hpp"

TEST_CASE("the audit log tells the exact time of each act and leads to what it was done to") {
    testing::Scene scene;
    const auto admin = scene.sign_in(scene.add_person("Ada Min", site::Role::administrator));
    scene.database().write([&](store::Writer& db) {
        members::audit(db, {}, "opened a ballot", "/ballots/7", "Wait time", scene.now());
        members::audit(db, {}, "made a token", "ada@example.org", "read", scene.now());
    });
    const auto page = scene.get(admin, "/admin/audit");
    CHECK(testing::shows(page, base::exact_time(scene.now(), "America/New_York")));
    CHECK(page.content().find("<a href=\"/ballots/7\">/ballots/7</a>") != std::string::npos);
    CHECK(page.content().find("<td>ada@example.org</td>") != std::string::npos);
}
