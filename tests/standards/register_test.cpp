// What becomes of a certified result: numbers, versions, revisions, the end of a standard.
#include "search/find.hpp"
#include "search/query.hpp"
#include "standards/register/may.hpp"
#include "tests/standards/register_room.hpp"

using desk::field_of;
using desk::RegisterRoom;
using standards::StandardStatus;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view third_clause =
    "\n\n### Exceptions are listed with the reason\n\n## Why it matters";

/// The text with another clause behind the others.
std::string with_third_clause(std::string body) {
    const std::string before = "\n\n## Why it matters";
    return body.replace(body.find(before), before.size(), third_clause);
}

std::vector<std::string> clause_ids(RegisterRoom& room, const standards::StandardVersion& version) {
    std::vector<std::string> ids;
    for (const auto& clause : standards::text_of(room.db(), version).clauses)
        ids.push_back(clause.id);
    return ids;
}

} // namespace

TEST_CASE_METHOD(RegisterRoom, "a certified result gets a number, a version and a review date") {
    const auto id = propose(noor);
    adopt_proposal(id);
    const auto adopted = standard("CE-2027-01");
    CHECK(adopted.version == 1);
    CHECK(adopted.status == StandardStatus::in_force);
    CHECK(adopted.title == "Two people");
    CHECK(adopted.proposal == id);
    CHECK(adopted.revision == 1);
    CHECK(adopted.adopted_at == now());
    CHECK(base::iso_time(adopted.review_by) == "2029-03-03T12:00:00Z");
    CHECK(clause_ids(*this, adopted) == std::vector<std::string>{"c1", "c2"});
    CHECK(found(id).stage == standards::Stage::adopted);

    const auto last = standards::ledger_of(db(), id).back();
    CHECK(last.kind == "standard_published");
    CHECK(last.body == boost::json::object{{"number", "CE-2027-01"}, {"version", 1}});
    CHECK(standards::check_ledgers(db()).empty());
    CHECK(standards::check_register(db()).empty());
}

TEST_CASE_METHOD(RegisterRoom, "numbers count up within the year of the adoption") {
    CHECK(adopted("Two people") == "CE-2027-01");
    CHECK(adopted("Reconciliation") == "CE-2027-02");
    pass(24h * 310);
    CHECK(adopted("Wait time") == "CE-2028-01");
    std::vector<std::string> numbers;
    for (const auto& each : standards::list_standards(db()))
        numbers.push_back(each.number);
    CHECK(numbers == std::vector<std::string>{"CE-2028-01", "CE-2027-02", "CE-2027-01"});
}

TEST_CASE_METHOD(RegisterRoom, "a revision goes on from the adopted text and becomes the next version") {
    const auto number = adopted();
    const auto first = standard(number);
    const auto revision = revise(theo, number);
    REQUIRE(revision);
    CHECK(found(*revision).stage == standards::Stage::draft);
    CHECK(found(*revision).revises_number == number);
    CHECK(ids_of(*revision) == std::vector<std::string>{"c1", "c2"});
    REQUIRE(save(theo, *revision, 1, with_third_clause(body_of(*revision))));
    adopt_proposal(*revision);

    CHECK(standard(number).version == 2);
    CHECK(clause_ids(*this, standard(number)) == std::vector<std::string>{"c1", "c2", "c3"});
    CHECK(clause_ids(*this, standard(number, 1)) == std::vector<std::string>{"c1", "c2"}); // for ever
    CHECK(standards::list_standards(db()).size() == 1);
    const auto last = standards::ledger_of(db(), first.proposal).back();
    CHECK(last.kind == "standard_superseded");
    CHECK(last.body.at("replaced_by_version") == 2);
    CHECK(standards::check_ledgers(db()).empty());
    CHECK(standards::check_register(db()).empty());
}

TEST_CASE_METHOD(RegisterRoom, "the id of a clause that went in one version comes back in none") {
    const auto number = adopted();
    const auto second = revise(theo, number).value();
    const auto body = body_of(second);
    const auto from = body.find("### Two names");
    REQUIRE(save(theo, second, 1, std::string(body).erase(from, body.find("## Why") - from)));
    adopt_proposal(second);
    CHECK(clause_ids(*this, standard(number)) == std::vector<std::string>{"c1"});
    const auto third = revise(theo, number).value();
    REQUIRE(save(theo, third, 1, with_third_clause(body_of(third))));
    adopt_proposal(third);
    CHECK(clause_ids(*this, standard(number)) == std::vector<std::string>{"c1", "c3"});
}

TEST_CASE_METHOD(RegisterRoom, "a standard has one revision in the making at a time") {
    const auto number = adopted();
    const auto revision = revise(noor, number).value();
    const auto again = revise(theo, number);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == base::ProblemKind::conflict);
    REQUIRE(change(sam, revision, {standards::Stage::withdrawn, "Later"}));
    CHECK(revise(theo, number));
    CHECK(revise(theo, "CE-2027-09").error().kind == base::ProblemKind::not_found);
    CHECK_FALSE(standards::may_revise({}, StandardStatus::in_force)); // a guest
}

TEST_CASE_METHOD(RegisterRoom,
                 "a revision that was not adopted is reopened until another one came after it") {
    const auto number = adopted();
    const auto reopen = [&](standards::ProposalId id) {
        return change(sam, id, {standards::Stage::draft, "Once more"});
    };
    const auto refused = [&](standards::ProposalId id) {
        const auto done = reopen(id);
        return !done && done.error().kind == base::ProblemKind::conflict;
    };
    const auto first = revise(noor, number).value();
    vote_on(first, standards::Choice::decline);
    const auto second = revise(theo, number).value();
    CHECK(refused(first)); // beside one in the making
    vote_on(second, standards::Choice::decline);
    REQUIRE(reopen(first));
    CHECK(refused(second));
    adopt_proposal(first);
    CHECK(refused(second)); // which does not hold the words of the newest version
    CHECK(standard(number).version == 2);
}

TEST_CASE_METHOD(RegisterRoom, "only a steward ends a standard, with a reason, and only once") {
    const auto number = adopted();
    CHECK(retire(noor, number).error().kind == base::ProblemKind::not_allowed);
    CHECK(field_of(retire(sam, number, "", "").error()) == "reason");
    CHECK(standard(number).status == StandardStatus::in_force);
    REQUIRE(retire(sam, number));
    const auto retired = standard(number);
    CHECK(retired.status == StandardStatus::retired);
    CHECK(retired.retired_at == now());
    CHECK(retired.retired_reason == "The law has it now");
    CHECK(standards::ledger_of(db(), retired.proposal).back().kind == "standard_retired");
    CHECK(retire(sam, number).error().kind == base::ProblemKind::conflict);
    CHECK(revise(noor, number).error().kind == base::ProblemKind::conflict);
    CHECK(standards::check_register(db()).empty());
}

TEST_CASE_METHOD(RegisterRoom, "a standard is replaced by another one that is in force") {
    const auto old = adopted("Seal log");
    const auto better = adopted("Chain of custody");
    for (const auto* wrong : {"CE-2027-09", "two people"})
        CHECK(field_of(retire(sam, old, wrong).error()) == "replaced_by");
    CHECK(field_of(retire(sam, old, old).error()) == "replaced_by");
    REQUIRE(retire(sam, old, better, "It asks for more"));
    CHECK(standard(old).status == StandardStatus::superseded);
    CHECK(standard(old).replaced_by == better);
    CHECK(field_of(retire(sam, better, old).error()) == "replaced_by"); // no longer in force
}

TEST_CASE_METHOD(RegisterRoom, "a standard is found by its number, its title and the words of a clause") {
    const auto number = adopted("Escorted ballots");
    const auto is_found = [&](const std::string& words) {
        for (const auto& hit : search::find(db(), search::parse(words)).hits)
            if (hit.kind == search::Kind::standard) return true;
        return false;
    };
    const auto check = [&] {
        CHECK(is_found(number));
        CHECK(is_found("escorted"));
        CHECK(is_found("transfer"));
    };
    check();
    write([](store::Writer& w) {
        search::clear(w);
        standards::rebuild_register(w);
        return 0;
    });
    check();
}

TEST_CASE_METHOD(RegisterRoom, "a register that does not agree with its ballots is found out") {
    const auto number = adopted();
    REQUIRE(standards::check_register(db()).empty());
    const auto faults_after = [&](auto&& damage) {
        write([&](store::Writer& w) {
            damage(w);
            return 0;
        });
        return standards::check_register(db());
    };
    CHECK(faults_after([](store::Writer& w) {
              w.run<"UPDATE standard_versions SET title = 'Another' WHERE version = 1">();
          }) ==
          std::vector<std::string>{number + ", version 1, does not agree with the ballot that adopted it."});
    CHECK(faults_after([](store::Writer& w) {
              w.run<"UPDATE standard_versions SET title = 'Two people', version = 2 WHERE version = 1">();
          }) == std::vector<std::string>{"A version of " + number + " is missing."});
}
