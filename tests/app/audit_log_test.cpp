// The audit log as whoever looks into an incident needs it.
#include "members/audit_store.hpp"
#include "tests/support/adopted_standard.hpp"
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

TEST_CASE(
    "certifying a result, publishing a standard and retiring it stand in the audit log by their places") {
    testing::Scene scene;
    const testing::AdoptedStandard adopted(scene);
    const auto ballot = "/ballots/" + std::to_string(adopted.ballot.value);
    const auto standard = "/standards/" + adopted.number;
    REQUIRE(scene
                .post(scene.sign_in(adopted.stewards[0].id), standard + "/retire",
                      {{"reason", "The law has it now"}})
                .status == 303);
    std::vector<std::string> lines;
    for (const auto& line : members::read_audit(scene.reader(), 0, 4))
        lines.push_back(line.name.value_or("") + " " + line.action + ": " + line.subject + ", " +
                        line.detail);
    CHECK(lines == std::vector<std::string>{
                       "Stella Facilitator retired a standard: " + standard + ", The law has it now",
                       "Stefan Facilitator published a standard: " + standard + "/versions/1, Two people",
                       "Stefan Facilitator certified a result: " + ballot + ", Two people",
                       "Stella Facilitator certified a result: " + ballot + ", Two people"});
}
