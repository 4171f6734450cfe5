// What Centers say of a standard: each for itself, and in totals that point at nobody.
#include "standards/register/may.hpp"
#include "tests/standards/register_room.hpp"

using desk::field_of;
using desk::RegisterRoom;
using enum standards::AdoptionStatus;

TEST_CASE_METHOD(RegisterRoom,
                 "a Center says of each clause how far it is, and what it does not name stays") {
    const auto number = adopted();
    const auto id = standard(number).id;
    const auto& clerk = clerks[0];
    REQUIRE(say(clerk, number, {{"c1", met, "In the binder", "/practices/seals"}, {"c2", not_yet}}));
    REQUIRE(say(clerk, number, {{"c2", in_progress, "Half", "https://example.org/log"}}));
    const auto said = standards::adoption_of(db(), clerk.center, id);
    REQUIRE(said.size() == 2);
    CHECK(said[0] == standards::ClauseAdoption{"c1", met, "In the binder", "/practices/seals"});
    CHECK(said[1] == standards::ClauseAdoption{"c2", in_progress, "Half", "https://example.org/log"});
    CHECK(standards::adoption_of(db(), clerks[1].center, id).empty());
}

TEST_CASE_METHOD(RegisterRoom, "what cannot be said of a standard is refused at its field") {
    const auto number = adopted();
    CHECK(field_of(say(clerks[0], number, {{"c9", met}}).error()) == "clauses");
    for (const auto* address : {"javascript:x()", "seals", "//elsewhere.example", "ftp://example.org"})
        CHECK(field_of(say(clerks[0], number, {{"c1", met, "", address}}).error()) == "evidence_c1");
    CHECK(field_of(say(clerks[0], number, {{"c2", met, std::string(2'001, 'x')}}).error()) == "note_c2");
    CHECK(say(viewer(sam), number, {{"c1", met}}).error().kind == base::ProblemKind::not_allowed);
    CHECK(say(clerks[0], "CE-2027-09", {}).error().kind == base::ProblemKind::not_found);
    CHECK(standards::adoption_of(db(), clerks[0].center, standard(number).id).empty());
    REQUIRE(retire(sam, number));
    CHECK(say(clerks[0], number, {{"c1", met}}).error().kind == base::ProblemKind::conflict);
}

TEST_CASE_METHOD(RegisterRoom, "totals are shown from five Centers up, clause by clause") {
    const auto number = adopted();
    const auto id = standard(number).id;
    for (std::size_t i = 0; i < 4; ++i)
        REQUIRE(say(clerks[i], number, {{"c1", i < 3 ? met : not_yet}, {"c2", met}}));
    CHECK_FALSE(standards::adoption_totals(db(), id));
    REQUIRE(say(clerks[4], number, {{"c1", not_applicable}})); // nothing of the second clause
    const auto totals = standards::adoption_totals(db(), id);
    REQUIRE(totals);
    CHECK(totals->centers == 5);
    REQUIRE(totals->clauses.size() == 1); // four Centers on the second one could be told apart
    CHECK(totals->clauses[0].clause == "c1");
    CHECK(totals->clauses[0].met == 3);
    CHECK(totals->clauses[0].not_yet == 1);
    CHECK(totals->clauses[0].not_applicable == 1);
}

TEST_CASE_METHOD(RegisterRoom, "a Center shares, and takes it back") {
    const auto number = adopted();
    const auto id = standard(number).id;
    REQUIRE(say(clerks[0], number, {{"c1", met}, {"c2", not_yet}}, true));
    REQUIRE(say(clerks[1], number, {{"c1", met}}));
    const auto shared = standards::shared_adoptions(db(), id);
    REQUIRE(shared.size() == 1);
    CHECK(shared[0].name == "Birch");
    CHECK(shared[0].met == 1);
    CHECK(shared[0].not_yet == 1);
    REQUIRE(say(clerks[0], number, {}, false));
    CHECK(standards::shared_adoptions(db(), id).empty());
    CHECK(standards::adoption_of(db(), clerks[0].center, id).size() == 2);
}

TEST_CASE_METHOD(RegisterRoom, "what was said of a clause goes along into the next version") {
    const auto number = adopted();
    REQUIRE(say(clerks[0], number, {{"c1", met, "Since May"}}));
    const auto revision = revise(theo, number).value();
    adopt_proposal(revision);
    REQUIRE(standard(number).version == 2);
    const auto said = standards::adoption_of(db(), clerks[0].center, standard(number).id);
    REQUIRE(said.size() == 1);
    CHECK(said[0].note == "Since May");
}
