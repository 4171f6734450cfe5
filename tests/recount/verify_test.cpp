#include "tests/recount/samples.hpp"
#include "tests/support/test.hpp"

using namespace standards;
namespace json = boost::json;

namespace {

json::object& entry_of_kind(json::object& record, std::string_view kind) {
    for (auto& value : record.at("ledger").as_array())
        if (std::string_view(value.as_object().at("kind").as_string()) == kind) return value.as_object();
    throw std::out_of_range("no such entry");
}

json::object& vote(json::object& record, std::size_t index) {
    return record.at("votes").as_array().at(index).as_object();
}

/// The verdict on a record that somebody changed, who then made the chain anew.
std::string forged(json::object record) {
    samples::rehash(record);
    return samples::verdict(samples::text(record));
}

/// The votes of the file, taken over into the ledger as well.
std::string forged_with_votes(json::object record) {
    entry_of_kind(record, "votes_entered").at("body").as_object()["votes"] = record.at("votes");
    return forged(std::move(record));
}

} // namespace

TEST_CASE("a record is counted again, open or secret") {
    const std::string words =
        "1 of 9 seats recused, which leaves 8. 6 of 8 seats took part; 4 were needed. 1 abstained. "
        "Of 5 votes for or against, 4 approved; 4 were needed for two thirds. Adopted.\n"
        "The ballot was declared void: A delegate voted by mistake.\nThe record is sound.";
    CHECK(samples::verdict(samples::full(Secrecy::open).text()) == words);
    CHECK(samples::verdict(samples::full(Secrecy::secret).text()) == words);
}

TEST_CASE("a ballot in which nobody voted has a sound record") {
    samples::Ballot ballot(Secrecy::secret, samples::rule(Preset::majority), 1);
    ballot.close();
    CHECK(samples::verdict(ballot.text()) ==
          "0 of 1 seat took part; 1 was needed. No seat voted for or against. Not "
          "adopted: too few seats took part.\nThe record is sound.");
}

TEST_CASE("a secret record holds neither times nor names beside its votes") {
    const auto record = samples::parsed(samples::full(Secrecy::secret).text());
    for (const auto& vote : record.at("votes").as_array()) {
        CHECK(vote.as_object().size() == 3);
        CHECK(vote.as_object().contains("tracker"));
    }
    std::size_t of_seat_three = 0; // which changed its mind, and nobody can tell
    for (const auto& entry : record.at("ledger").as_array())
        if (entry.at("body").as_object() == vote_body(7, 3)) ++of_seat_three;
    CHECK(of_seat_three == 1);
}

TEST_CASE("the order in which seats voted leaves no trace in the votes of a secret record") {
    samples::Ballot one(Secrecy::secret, samples::rule(Preset::majority), 3);
    one.vote(3, Choice::approve);
    one.vote(6, Choice::decline, "No.");
    one.close();
    samples::Ballot other(Secrecy::secret, samples::rule(Preset::majority), 3);
    other.vote(6, Choice::abstain);
    other.vote(3, Choice::approve);
    other.vote(6, Choice::decline, "No.");
    other.close();
    CHECK(samples::parsed(one.text()).at("votes") == samples::parsed(other.text()).at("votes"));
}

TEST_CASE("a forged vote of an open ballot is named") {
    auto record = samples::parsed(samples::full(Secrecy::open).text());
    auto& votes = record.at("votes").as_array();
    SECTION("seat outside the electorate") {
        vote(record, 6)["seat"] = 28;
        CHECK(forged_with_votes(record) == "/votes/6: Seat 28 is not in the electorate.");
    }
    SECTION("seat that never took part") {
        auto added = vote(record, 4);
        added["seat"] = 18;
        votes.insert(votes.begin() + 5, added);
        CHECK(forged_with_votes(record) == "/votes/5: Seat 18 did not take part.");
    }
    SECTION("seat twice") {
        votes.insert(votes.begin() + 3, votes[2]);
        CHECK(forged_with_votes(record) == "/votes/3: Seat 9 stands twice.");
    }
    SECTION("dropped everywhere") {
        votes.erase(votes.begin() + 2);
        CHECK(forged_with_votes(record) == "/votes: Seat 9 took part and has no vote.");
    }
    SECTION("another time") {
        vote(record, 0)["at"] = "2027-03-01T09:07:00Z";
        CHECK(forged_with_votes(record).starts_with(
            "/votes/0: Seat 3 voted last by delegate-3 at 2027-03-01T09:3"));
    }
    SECTION("changed everywhere but in the result") {
        vote(record, 0)["choice"] = "decline";
        vote(record, 0)["reason"] = "No.";
        CHECK(forged_with_votes(record).starts_with("/result: The recount gives another result: 1 of 9"));
    }
    SECTION("without its reason") {
        vote(record, 5)["reason"] = "";
        CHECK(forged_with_votes(record) == "/votes/5: Its reason is missing.");
    }
}

TEST_CASE("a forged vote of a secret ballot is named") {
    auto record = samples::parsed(samples::full(Secrecy::secret).text());
    auto& votes = record.at("votes").as_array();
    SECTION("one more than seats took part") {
        auto added = vote(record, 6);
        added["tracker"] = std::string(32, 'f');
        votes.push_back(added);
        CHECK(forged_with_votes(record) == "/votes: 7 seats took part; 8 votes stand here.");
    }
    SECTION("a tracker twice") {
        vote(record, 3)["tracker"] = vote(record, 2).at("tracker");
        CHECK(forged_with_votes(record) == "/votes/3: Tracker " +
                                               std::string(vote(record, 2).at("tracker").as_string()) +
                                               " stands twice.");
    }
    SECTION("not in the order of the trackers") {
        std::swap(votes[1], votes[2]);
        CHECK(forged_with_votes(record).starts_with("/votes/2: Tracker "));
    }
    SECTION("with a seat beside it") {
        vote(record, 3)["seat"] = 9;
        CHECK(forged_with_votes(record) == "/votes/3: Its members are not exactly tracker, choice, reason.");
    }
}

TEST_CASE("a forged act is named by its ledger entry") {
    auto record = samples::parsed(samples::full(Secrecy::open).text());
    const auto cast = [&]() -> json::object& { return entry_of_kind(record, "vote_cast"); };
    const auto certified = [&]() -> json::object& { return entry_of_kind(record, "result_certified"); };
    SECTION("a vote of a seat outside the electorate") {
        cast().at("body").as_object()["seat"] = 4;
        CHECK(forged(record) == "/ledger/2: Ledger entry 3, vote_cast: Seat 4 is not in the electorate.");
    }
    SECTION("a vote in the first second after the close") {
        auto& ledger = record.at("ledger").as_array();
        auto late = cast();
        late["at"] = record.at("terms").at("closes");
        late.at("body").as_object()["seat"] = 18;
        const auto entered = std::ranges::find_if(
            ledger, [](const auto& entry) { return entry.at("kind") == json::value("votes_entered"); });
        const auto place = std::to_string(entered - ledger.begin());
        ledger.insert(entered, late);
        CHECK(forged(record) == "/ledger/" + place + ": Ledger entry " +
                                    std::to_string(std::stoi(place) + 1) +
                                    ", vote_cast: It is outside the time of the ballot.");
    }
    SECTION("a first vote twice") {
        entry_of_kind(record, "vote_changed")["kind"] = "vote_cast";
        CHECK(forged(record).ends_with("vote_cast: Seat 3 took part before."));
    }
    SECTION("a change without a vote") {
        cast()["kind"] = "vote_changed";
        CHECK(forged(record) == "/ledger/2: Ledger entry 3, vote_changed: Seat 3 has no vote to change.");
    }
    SECTION("a secret act in an open ballot") {
        cast()["kind"] = "seat_took_part";
        CHECK(forged(record) == "/ledger/2: Ledger entry 3, seat_took_part: It cannot stand here.");
    }
    SECTION("an early end") {
        entry_of_kind(record, "votes_entered")["at"] = "2027-03-08T08:59:59Z";
        CHECK(forged(record).ends_with("votes_entered: It is not by the program as of the closing time."));
    }
    SECTION("a proposer who certifies") {
        certified()["actor"] = "kwame-mensah-bell";
        CHECK(forged(record).ends_with("kwame-mensah-bell is a proposer and cannot certify."));
    }
    SECTION("one person who certifies twice") {
        certified()["actor"] = "jose-pena";
        CHECK(forged(record).ends_with("jose-pena certified before."));
    }
    SECTION("the program as certifier") {
        certified()["actor"] = "program";
        CHECK(forged(record).ends_with("The program cannot certify."));
    }
}

TEST_CASE("what was fixed at the opening cannot be changed after it") {
    auto record = samples::parsed(samples::full(Secrecy::open).text());
    SECTION("a corrected typing mistake") {
        record.at("text").as_object()["content"] = "A Center never leaves voted ballots with 1 person alone.";
        CHECK(forged(record) == "/text: The text is not the one whose SHA-256 stands beside it.");
    }
    SECTION("a seat that joined") {
        record.at("electorate").as_array().push_back(json::object{{"seat", 30}, {"name", "Isleton Borough"}});
        CHECK(forged(record) == "/electorate/9: The seat differs from what ledger entry 2 fixed.");
    }
    SECTION("a seat that left") {
        record.at("electorate").as_array().pop_back();
        CHECK(forged(record).starts_with("/electorate: The number of seats differs"));
    }
    SECTION("another rule") {
        record.at("terms").at("rule").at("approval").as_object()["denominator"] = 4;
        CHECK(forged(record) == "/terms: One of the terms differs from what ledger entry 2 fixed.");
    }
    SECTION("votes before the opening") {
        record.at("zero_report").as_object()["approve"] = 1;
        CHECK(forged(record) == "/zero_report: There were votes before the opening.");
    }
}

TEST_CASE("a record needs two people who certify") {
    samples::Ballot ballot(Secrecy::open, samples::rule(Preset::majority), 3);
    ballot.close({"linh-tran"});
    CHECK(samples::verdict(ballot.text()) == "/certification: Two people must certify; 1 did.");
}

TEST_CASE("what is no record is told so") {
    CHECK(samples::verdict("") == "It is not canonical JSON (RFC 8785) with one line feed at its end.");
    CHECK(samples::verdict("{}\n") == "It is not a ballot record of version 1.");
    auto text = samples::full(Secrecy::open).text();
    text.pop_back();
    CHECK(samples::verdict(text).starts_with("It is not canonical"));
}
