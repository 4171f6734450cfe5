#include "app/commands.hpp"
#include "standards/ballots/record.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

#include <fstream>

using namespace standards;

namespace {

/// A ballot of one seat that nobody voted in, certified by two people.
std::string record() {
    const auto opens = *base::parse_iso_time("2027-03-01T09:00:00Z");
    const auto closes = opens + std::chrono::days(7);
    Record record;
    record.proposal = {1, "Plain language", {"noor-haddad"}};
    record.text = {1, "A Center writes voter notices that most adults can use."};
    record.ballot = 1;
    record.terms = {Secrecy::open, opens, closes, {{1, 2}, threshold(Preset::majority)}};
    record.electorate = {{1, "Alder County"}};
    Head head;
    const auto enter = [&](base::Time at, BallotAct act, std::string actor, boost::json::object body) {
        record.ledger.push_back(
            append(head, {at, std::string(base::enum_text(act)), std::move(actor), std::move(body)}));
    };
    enter(opens, BallotAct::ballot_opened, "linh-tran", opening_body(record));
    enter(closes, BallotAct::votes_entered, "program", votes_body(record));
    enter(closes, BallotAct::result_declared, "program", result_body(record));
    const auto result = head.hash;
    enter(closes, BallotAct::result_certified, "linh-tran", certification_body(1, result));
    enter(closes, BallotAct::result_certified, "jose-pena", certification_body(1, result));
    return write_record(record);
}

} // namespace

TEST_CASE("the command verify takes a sound record and tells the first fault of another") {
    const testing::TemporaryFolder folder;
    const auto file = folder.path() / "record.json";
    std::ofstream(file, std::ios::binary) << record();
    CHECK_NOTHROW(app::verify(file));
    std::ofstream(file, std::ios::binary | std::ios::app) << "\n";
    CHECK_THROWS_WITH(app::verify(file),
                      "It is not canonical JSON (RFC 8785) with one line feed at its end.");
    CHECK_THROWS_WITH(app::verify(folder.path() / "none.json"), Catch::Contains("cannot be read"));
    CHECK_THROWS_WITH(app::verify(folder.path()), Catch::Contains("cannot be read"));
}
