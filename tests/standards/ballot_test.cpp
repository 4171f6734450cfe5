// Ballots in the data file: who may do what when, what is fixed, how they end. What the count does with every
// mixture of votes is tested in tally_test.cpp.
#include "members/member_store.hpp"
#include "standards/ballots/ballot_store.hpp"
#include "standards/ballots/verify.hpp"
#include "standards/ledger_store.hpp"
#include "standards/register/register.hpp"
#include "tests/revisions/desk.hpp"
#include "tests/support/ballot_hall.hpp"

using namespace standards;
using namespace std::chrono_literals;
using base::ProblemKind;

namespace {

struct Room : desk::Desk {
    testing::BallotHall hall{database(), 5, now()};
    base::MemberId ada = add_person("Ada Alder"); // Alder County has people, and no delegate
    base::Time opens = now() + 48h;
    base::Time closes = opens + 24h;

    /// A fourth word for the tests: what an act fails with.
    template <class T> static std::optional<ProblemKind> kind(const base::Result<T>& result) {
        return result ? std::nullopt : std::optional(result.error().kind);
    }
    BallotId open(Secrecy secrecy = Secrecy::open, Rule rule = testing::two_thirds) {
        return hall.open(secrecy, opens, rule);
    }
    /// Adopted by all, closed, and certified by the first of two.
    BallotId certified_by_one() {
        const auto ballot = open();
        for (const auto& clerk : hall.clerks)
            REQUIRE(hall.vote(clerk, ballot, Choice::approve, opens));
        hall.settle(closes);
        REQUIRE(hall.certify(hall.steward, ballot, closes));
        return ballot;
    }
    Ballot found(BallotId ballot) { return find_ballot(db(), ballot).value(); }
    std::vector<std::string> acts(BallotId ballot) {
        std::vector<std::string> kinds;
        for (const auto& entry : ledger_of(db(), found(ballot).proposal))
            if (entry.body.contains("ballot")) kinds.push_back(entry.kind);
        return kinds;
    }
    Stage stage(BallotId ballot) { return find_proposal(db(), found(ballot).proposal)->stage; }
    std::optional<OwnVote> own(const site::Viewer& who, BallotId ballot) {
        return own_vote(db(), hall.keys(), who, ballot);
    }
    bool has_key(BallotId ballot) { return hall.keys().find(found(ballot).proposal, opens).has_value(); }
    int sealed(BallotId ballot) {
        return db().get<int, "SELECT count(*) FROM sealed_votes WHERE ballot_id = ?">(ballot);
    }
    base::Result<> declare_void(BallotId ballot, const std::string& reason, base::Time at) {
        const auto done = write(
            [&](store::Writer& w) { return void_ballot(w, hall.keys(), hall.steward, ballot, reason, at); });
        destroy_spent_keys(db(), hall.keys());
        return done;
    }
    template <base::Literal Sql> void tamper() {
        write([](store::Writer& w) { w.run<Sql>(); });
    }
    std::string faults() {
        std::string lines;
        for (const auto& fault : check_ballots(db()))
            lines += fault + "\n";
        return lines;
    }
    void close_account(const site::Viewer& who, std::optional<base::Time> at) {
        write([&](store::Writer& w) {
            members::set_account(w, who.id, site::Role::member, who.center, at);
            return 0;
        });
    }
    void set_delegate(base::CenterId center, const std::vector<base::MemberId>& ranked) {
        REQUIRE(write([&](store::Writer& w) { return members::set_delegates(w, center, ranked); }));
    }
};

} // namespace

TEST_CASE_METHOD(Room, "a ballot opens after the consultation, when every comment is answered") {
    const auto proposal = hall.consult(opens - 2h);
    const Opening opening{Electorate::centers, Secrecy::open, testing::two_thirds, closes};
    const auto refusal = [&](base::Time at) { return hall.try_open(proposal, opening, at).error().detail; };
    CHECK(refusal(opens - 90min).find("still open") != std::string::npos);

    const auto comment = write([&](store::Writer& w) {
        return standards::comment(w, hall.clerks[0], proposal, {"c1", 1, "Who writes it?"}, opens - 90min);
    });
    CHECK(refusal(opens).find("disposition") != std::string::npos);
    REQUIRE(write([&](store::Writer& w) {
        return dispose(w, hall.steward, comment.value(), Disposition::declined, "The office", false, opens);
    }));

    const auto by_clerk = write([&](store::Writer& w) {
        return open_ballot(w, hall.keys(), base::system_random(), hall.clerks[0], proposal, opening, opens);
    });
    CHECK(kind(by_clerk) == ProblemKind::not_allowed);
    const auto ballot = hall.try_open(proposal, opening, opens);
    REQUIRE(ballot);
    CHECK(stage(*ballot) == Stage::ballot);
    CHECK(hall.try_open(proposal, opening, opens).error().detail.find("A ballot on this") == 0);
}

TEST_CASE_METHOD(Room, "a ballot opens on the text that was read, and on no newer one") {
    const auto proposal = hall.consult(opens - 2h);
    REQUIRE(write([&](store::Writer& w) {
        return save_proposal(
            w, hall.author, proposal, 1,
            {.title = "Two people", .body = "No one is alone.\n\n## Clauses\n\n### Two stay"}, opens - 90min);
    }));
    Opening opening{Electorate::centers, Secrecy::open, testing::two_thirds, closes, 1};
    const auto refused = hall.try_open(proposal, opening, opens);
    CHECK(kind(refused) == ProblemKind::conflict);
    CHECK(refused.error().detail.find("it is revision 2 now") != std::string::npos);
    opening.revision = 2;
    CHECK(found(hall.try_open(proposal, opening, opens).value()).revision == 2);
}

TEST_CASE_METHOD(Room, "the opening fixes text, electorate, rule and times, and reports zero votes") {
    const auto ballot = open(Secrecy::secret);
    const auto& facts = found(ballot);
    CHECK(facts.opens == opens);
    CHECK(facts.closes == closes);
    CHECK(facts.seats == 6); // the five and Alder County
    CHECK(facts.rule == testing::two_thirds);
    const auto entry = ledger_of(db(), facts.proposal).back();
    CHECK(entry.kind == "ballot_opened");
    CHECK(entry.body.at("text").at("sha256").as_string() == facts.sha256);
    CHECK(entry.body.at("electorate").as_array().size() == 6);
    CHECK(entry.body.at("electorate").at(0).at("name").as_string() == "Alder County, OH");
    for (const auto& [choice, number] : entry.body.at("zero_report").as_object())
        CHECK(number.as_int64() == 0);
}

TEST_CASE_METHOD(Room,
                 "a ballot needs an hour at least and takes 90 days at most, and closes at a whole minute") {
    const auto proposal = hall.consult(opens - 2h);
    const auto until = [&](base::Time at) {
        return hall.try_open(proposal, {Electorate::centers, Secrecy::open, testing::two_thirds, at}, opens);
    };
    CHECK(until(opens + 59min).error().fields.at(0).field == "closes");
    CHECK(until(opens + 24h * 91).error().fields.at(0).field == "closes");
    const auto ballot = until(opens + 2h + 1s);
    REQUIRE(ballot);
    CHECK(found(*ballot).closes == opens + 2h + 1min);
}

TEST_CASE_METHOD(Room, "a seat's last vote counts, and the ledger says only that it voted") {
    const auto ballot = open();
    REQUIRE(hall.vote(hall.clerks[0], ballot, Choice::approve, opens));
    REQUIRE(hall.vote(hall.clerks[0], ballot, Choice::decline, opens + 1h, "Too dear"));
    CHECK(acts(ballot) == std::vector<std::string>{"ballot_opened", "vote_cast", "vote_changed"});
    CHECK(ledger_of(db(), found(ballot).proposal).back().body.size() == 2); // ballot and seat
    CHECK(own(hall.clerks[0], ballot)->vote->choice == Choice::decline);
    CHECK_FALSE(own(hall.clerks[1], ballot)->vote);
    CHECK_FALSE(own(hall.steward, ballot));
    CHECK_FALSE(result_of(db(), ballot));

    CHECK(hall.settle(closes) == 1);
    CHECK(result_of(db(), ballot)->counts == Counts{.decline = 1});
}

TEST_CASE_METHOD(Room, "a secret vote is said once in the ledger and lies sealed at one length") {
    const auto ballot = open(Secrecy::secret);
    const auto first = hall.vote(hall.clerks[0], ballot, Choice::approve, opens);
    const auto again = hall.vote(hall.clerks[0], ballot, Choice::decline, opens + 1h, "Too dear");
    const auto other = hall.vote(hall.clerks[1], ballot, Choice::recuse, opens, std::string(2'000, 'x'));
    REQUIRE(first);
    CHECK(first->size() == 32);
    CHECK(*first == *again);
    CHECK(*first != *other);
    CHECK(acts(ballot) == std::vector<std::string>{"ballot_opened", "seat_took_part", "seat_took_part"});
    CHECK(own(hall.clerks[0], ballot)->vote->reason == "Too dear");
    CHECK(own(hall.clerks[0], ballot)->tracker == *first);
    const auto lengths =
        db().all<int, "SELECT DISTINCT length(sealed) FROM sealed_votes /* whole table: a test "
                      "measures */">();
    CHECK(lengths.size() == 1);

    hall.settle(closes);
    CHECK(sealed(ballot) == 0);
    CHECK_FALSE(has_key(ballot));
    CHECK(own(hall.clerks[0], ballot)->took_part);
    CHECK_FALSE(own(hall.clerks[0], ballot)->vote);
    CHECK(own(hall.clerks[0], ballot)->tracker.empty());
    CHECK(result_of(db(), ballot)->counts == Counts{.decline = 1, .recuse = 1});
}

TEST_CASE_METHOD(Room,
                 "who declines, recuses or approves with comments says why, in at most 2,000 characters") {
    const auto ballot = open();
    const auto fault = [&](Choice choice, const std::string& reason) {
        const auto cast = hall.vote(hall.clerks[0], ballot, choice, opens, reason);
        return cast ? std::string() : cast.error().fields.at(0).field;
    };
    for (const auto choice : base::all_values<Choice>())
        CHECK(fault(choice, " \n\u00A0\u200B") == (needs_reason(choice) ? "reason" : ""));
    CHECK(fault(Choice::decline, std::string(2'001, 'x')) == "reason");
    std::string umlauts;
    for (int i = 0; i < 2'000; ++i)
        umlauts += "😀";
    CHECK(fault(Choice::decline, umlauts).empty());
    const auto secret = open(Secrecy::secret);
    REQUIRE(hall.vote(hall.clerks[0], secret, Choice::decline, opens, umlauts));
    CHECK(own(hall.clerks[0], secret)->vote->reason == umlauts);
}

TEST_CASE_METHOD(Room, "a vote one second before the close is taken, one in its second is late") {
    for (const auto secrecy : base::all_values<Secrecy>()) {
        const auto ballot = open(secrecy);
        CHECK(hall.vote(hall.clerks[0], ballot, Choice::approve, closes - 1s));
        const auto late = hall.vote(hall.clerks[1], ballot, Choice::approve, closes);
        CHECK(kind(late) == ProblemKind::conflict);
        CHECK(late.error().detail.find("after the close") != std::string::npos);
        hall.settle(closes + 1s);
        // Sent in time, but behind the close in the queue of the writer.
        CHECK(kind(hall.vote(hall.clerks[1], ballot, Choice::approve, closes - 1s)) == ProblemKind::conflict);
        CHECK(result_of(db(), ballot)->took_part == 1);
    }
}

TEST_CASE_METHOD(Room, "a Center's delegate and alternates speak for its seat, and nobody else does") {
    const auto ballot = open();
    const auto center = hall.clerks[0].center;
    const auto [alternate, colleague] = write([&](store::Writer& w) {
        return std::pair(hall.person(w, "Al Ternate", site::Role::member, center, now()),
                         hall.person(w, "Co League", site::Role::member, center, now()));
    });
    set_delegate(center, {hall.clerks[0].id, alternate.id});
    CHECK(hall.vote(hall.clerks[0], ballot, Choice::approve, opens));
    CHECK(hall.vote(alternate, ballot, Choice::abstain, opens + 1s)); // the same seat
    CHECK(kind(hall.vote(colleague, ballot, Choice::approve, opens)) == ProblemKind::not_allowed);
    CHECK(kind(hall.vote(hall.steward, ballot, Choice::approve, opens)) == ProblemKind::not_allowed);
    hall.settle(closes);
    CHECK(result_of(db(), ballot)->counts == Counts{.abstain = 1});
}

TEST_CASE_METHOD(Room, "a closed account casts no vote, whoever has a seat") {
    for (const auto electorate : base::all_values<Electorate>()) {
        const auto ballot = hall.try_open(hall.consult(opens - 2h),
                                          {electorate, Secrecy::open, testing::two_thirds, closes}, opens);
        REQUIRE(ballot);
        const auto& clerk = hall.clerks[0];
        close_account(clerk, opens);
        CHECK(kind(hall.vote(clerk, *ballot, Choice::approve, opens)) == ProblemKind::not_allowed);
        CHECK_FALSE(own(clerk, *ballot));
        close_account(clerk, {});
        CHECK(hall.vote(clerk, *ballot, Choice::approve, opens));
    }
}

TEST_CASE_METHOD(Room, "Centers that join or lose their people while a ballot is open change no seat") {
    const auto ballot = open();
    write([&](store::Writer& w) { hall.add_center(w, 99, now()); });
    CHECK(kind(hall.vote(hall.clerks.back(), ballot, Choice::approve, opens)) == ProblemKind::not_allowed);

    // The first Center names somebody else, the second nobody any more: their seats stay.
    const auto successor = write([&](store::Writer& w) {
        return hall.person(w, "Su Cessor", site::Role::member, hall.clerks[0].center, now());
    });
    REQUIRE(hall.vote(hall.clerks[0], ballot, Choice::approve, opens));
    REQUIRE(hall.vote(hall.clerks[1], ballot, Choice::approve, opens));
    set_delegate(hall.clerks[0].center, {successor.id});
    set_delegate(hall.clerks[1].center, {});
    CHECK(kind(hall.vote(hall.clerks[0], ballot, Choice::decline, opens, "x")) == ProblemKind::not_allowed);
    CHECK(hall.vote(successor, ballot, Choice::approve_with_comments, opens, "Fine"));
    hall.settle(closes);
    const auto result = result_of(db(), ballot).value();
    CHECK(result.seats == 6);
    CHECK(result.counts == Counts{.approve = 1, .approve_with_comments = 1});
    CHECK(result.reason == standards::Reason::too_few_took_part); // 2 of 6, 3 were needed
}

TEST_CASE_METHOD(Room, "a Center that nobody belongs to any more has no seat in the ballots after that") {
    const auto before = open();
    write([&](store::Writer& w) {
        return members::add_center(w, {"", "Entered Twice County", "county", "OH", 900, ""}, now());
    });
    CHECK(count_seats(db(), Electorate::centers) == 6);
    CHECK(centers_without_delegate(db()) == std::vector<std::string>{"Alder County, OH"});

    close_account(viewer(ada), opens);
    close_account(hall.clerks[4], opens);
    CHECK(count_seats(db(), Electorate::centers) == 4);
    CHECK(centers_without_delegate(db()).empty());
    const auto after = open();
    CHECK(found(after).seats == 4);
    CHECK(seats_of(db(), after).front().name == "Center 001 County, OH");
    CHECK(found(before).seats == 6);
    CHECK(seats_of(db(), before).size() == 6);
    CHECK(check_ballots(db()).empty());
}

TEST_CASE_METHOD(Room, "each member of a Center has a seat where members vote, and staff has none") {
    const auto proposal = hall.consult(opens - 2h);
    const auto ballot =
        hall.try_open(proposal, {Electorate::members, Secrecy::secret, testing::two_thirds, closes}, opens);
    REQUIRE(ballot);
    CHECK(found(*ballot).seats == 6);
    CHECK(hall.vote(hall.clerks[2], *ballot, Choice::approve, opens));
    CHECK(kind(hall.vote(hall.steward, *ballot, Choice::approve, opens)) == ProblemKind::not_allowed);
}

TEST_CASE_METHOD(Room, "every end a ballot can have comes out of the data as out of the count") {
    struct End {
        std::vector<Choice> votes;
        Preset approval;
        standards::Reason reason;
    };
    using enum Choice;
    const std::vector<End> ends{
        {{}, Preset::majority, standards::Reason::too_few_took_part},
        {{recuse, recuse, recuse, recuse, recuse}, Preset::majority, standards::Reason::too_few_took_part},
        {{abstain, abstain, abstain}, Preset::majority, standards::Reason::no_vote_for_or_against},
        {{approve, abstain, abstain}, Preset::consensus, standards::Reason::enough_approved},
        {{approve, approve, decline, decline}, Preset::majority, standards::Reason::too_few_approved},
        {{approve, approve_with_comments, decline}, Preset::two_thirds, standards::Reason::enough_approved},
        {{approve, approve}, Preset::two_thirds, standards::Reason::too_few_took_part},
        {{approve, approve, recuse, recuse}, Preset::two_thirds, standards::Reason::enough_approved}};
    for (const auto secrecy : base::all_values<Secrecy>())
        for (const auto& end : ends) {
            const auto ballot = open(secrecy, {{1, 2, Boundary::at_least}, threshold(end.approval)});
            for (std::size_t i = 0; i < end.votes.size(); ++i)
                REQUIRE(hall.vote(hall.clerks[i], ballot, end.votes[i], opens, "Why"));
            hall.settle(closes);
            CHECK(result_of(db(), ballot)->reason == end.reason);
            CHECK(check_ballots(db()).empty());
        }
}

TEST_CASE_METHOD(Room, "a ballot whose program was down is closed as of its time, and says when that was") {
    const auto ballot = open();
    REQUIRE(hall.vote(hall.clerks[0], ballot, Choice::approve, opens));
    CHECK_FALSE(is_something_due(db(), closes - 1s));
    CHECK(is_something_due(db(), closes));
    CHECK(hall.settle(closes + 24h * 9) == 1);
    CHECK(hall.settle(closes + 24h * 9) == 0);
    const auto ledger = ledger_of(db(), found(ballot).proposal);
    for (const auto& entry : {ledger[ledger.size() - 2], ledger.back()}) {
        CHECK(entry.at == closes);
        CHECK(entry.actor == "program");
    }
    CHECK(ledger.back().kind == "result_declared");
}

TEST_CASE_METHOD(Room, "without its key a secret ballot takes no vote, and is void at its close") {
    const auto ballot = open(Secrecy::secret);
    REQUIRE(hall.vote(hall.clerks[0], ballot, Choice::approve, opens));
    hall.keys().destroy(found(ballot).proposal, opens);
    const auto refused = hall.vote(hall.clerks[1], ballot, Choice::approve, opens);
    CHECK(kind(refused) == ProblemKind::conflict);
    CHECK(refused.error().detail.find("key") != std::string::npos);
    CHECK_FALSE(own(hall.clerks[0], ballot)->vote);
    hall.settle(closes);
    CHECK(found(ballot).voided_at == closes);
    CHECK(found(ballot).voided_reason.find("key") != std::string::npos);
    CHECK(stage(ballot) == Stage::draft);
    CHECK(sealed(ballot) == 0);
    CHECK_FALSE(result_of(db(), ballot));
    CHECK(check_ballots(db()).empty());
}

TEST_CASE_METHOD(Room, "a ballot that is declared void while open takes its votes and its key along") {
    for (const auto secrecy : base::all_values<Secrecy>()) {
        const auto ballot = open(secrecy);
        REQUIRE(hall.vote(hall.clerks[0], ballot, Choice::approve, opens));
        CHECK(kind(declare_void(ballot, "", opens + 1h)) == ProblemKind::invalid);
        REQUIRE(declare_void(ballot, "A clause had a mistake", opens + 1h));
        CHECK(sealed(ballot) == 0);
        CHECK_FALSE(has_key(ballot));
        CHECK_FALSE(own(hall.clerks[0], ballot)->vote);
        CHECK(stage(ballot) == Stage::draft);
        CHECK(found(ballot).voided_reason == "A clause had a mistake");
        CHECK(kind(hall.vote(hall.clerks[1], ballot, Choice::approve, opens + 2h)) == ProblemKind::conflict);
        CHECK(kind(declare_void(ballot, "Again", opens + 2h)) == ProblemKind::conflict);
        CHECK(hall.settle(closes) == 0);
        CHECK(acts(ballot).back() == "ballot_voided");
    }
}

TEST_CASE_METHOD(Room, "two people who did not propose it certify, once each, and then the result counts") {
    const auto ballot = open(Secrecy::secret);
    for (const auto& clerk : hall.clerks)
        REQUIRE(hall.vote(clerk, ballot, Choice::approve, opens));
    CHECK(kind(hall.certify(hall.steward, ballot, opens)) == ProblemKind::conflict);
    hall.settle(closes);
    const auto later = closes + 1h;
    CHECK(kind(hall.certify(hall.author, ballot, later)) == ProblemKind::not_allowed);
    REQUIRE(hall.certify(hall.steward, ballot, later));
    CHECK(kind(hall.certify(hall.steward, ballot, later)) == ProblemKind::conflict);
    CHECK_FALSE(record_of(db(), ballot));
    CHECK(stage(ballot) == Stage::ballot);
    REQUIRE(hall.certify(hall.clerks[3], ballot, later));
    CHECK(kind(hall.certify(hall.other_steward, ballot, later)) == ProblemKind::conflict);
    CHECK(kind(declare_void(ballot, "Too late", later)) == ProblemKind::conflict);
    CHECK(stage(ballot) == Stage::adopted);
    CHECK(list_standards(db()).size() == 1);

    const auto record = record_of(db(), ballot).value();
    CHECK(report(verify(record)) ==
          "5 of 6 seats took part; 3 were needed. Of 5 votes for or against, 5 approved; "
          "4 were needed for two thirds. Adopted.\nThe record is sound.");
}

TEST_CASE_METHOD(Room,
                 "who was an author once does not certify, though another list of authors was voted on") {
    const auto proposal = hall.consult(opens - 2h);
    const auto name = [&](const std::vector<std::string>& handles) {
        REQUIRE(write(
            [&](store::Writer& w) { return set_authors(w, hall.author, proposal, handles, opens - 90min); }));
    };
    name({hall.author.handle, hall.other_steward.handle});
    name({hall.author.handle});
    const auto ballot =
        hall.try_open(proposal, {Electorate::centers, Secrecy::open, testing::two_thirds, closes}, opens);
    REQUIRE(ballot);
    hall.settle(closes);
    CHECK(kind(hall.certify(hall.other_steward, *ballot, closes)) == ProblemKind::not_allowed);
    CHECK(hall.certify(hall.steward, *ballot, closes));
}

TEST_CASE_METHOD(Room, "a result that adopts nothing is certified too") {
    const auto ballot = open();
    hall.settle(closes);
    REQUIRE(hall.certify(hall.clerks[0], ballot, closes + 1h));
    REQUIRE(hall.certify(hall.other_steward, ballot, closes + 1h));
    CHECK(stage(ballot) == Stage::not_adopted);
    CHECK(list_standards(db()).empty());
    CHECK(verify(record_of(db(), ballot).value()));
}

TEST_CASE_METHOD(Room, "a record never changes again, whatever becomes of the proposal") {
    const auto ballot = open();
    hall.settle(closes);
    REQUIRE(hall.certify(hall.steward, ballot, closes + 1h));
    REQUIRE(hall.certify(hall.other_steward, ballot, closes + 1h));
    const auto before = record_of(db(), ballot);
    REQUIRE(write([&](store::Writer& w) {
        return change_stage(w, hall.steward, found(ballot).proposal, {Stage::draft, "Once more"},
                            closes + 2h);
    }));
    CHECK(record_of(db(), ballot) == before);
}

TEST_CASE_METHOD(Room,
                 "what waits for a delegate is the ballot that closes first, for others what to certify") {
    const auto first = open();
    const auto second = open(Secrecy::secret);
    const auto to_vote = [&](const site::Viewer& who) {
        return ballots_waiting_for(db(), who, opens).to_vote.size();
    };
    CHECK(to_vote(hall.clerks[0]) == 2);
    CHECK(to_vote(hall.steward) == 0);
    REQUIRE(hall.vote(hall.clerks[0], first, Choice::approve, opens));
    CHECK(to_vote(hall.clerks[0]) == 1);
    CHECK(ballots_waiting_for(db(), hall.clerks[0], opens).to_vote[0].id == second);
    hall.settle(closes);
    const auto to_certify = [&](const site::Viewer& who) {
        return ballots_waiting_for(db(), who, closes).to_certify.size();
    };
    CHECK(to_certify(hall.steward) == 2);
    CHECK(to_certify(hall.author) == 0);
    REQUIRE(hall.certify(hall.steward, first, closes));
    CHECK(to_certify(hall.steward) == 1);
}

TEST_CASE_METHOD(Room, "the check names a ballot whose votes were tampered with") {
    const auto ballot = certified_by_one();
    REQUIRE(hall.certify(hall.other_steward, ballot, closes));
    CHECK(check_ballots(db()).empty());
    write([](store::Writer& w) {
        w.run<
            "UPDATE roll_call_votes SET choice = 'decline' WHERE seat = 3 /* whole table: a test tampers */">();
    });
    CHECK(check_ballots(db()).size() == 3); // votes and result against the ledger, and in the record
    write([](store::Writer& w) {
        w.run<"DELETE FROM roll_call_votes WHERE seat = 3 /* whole table: a test tampers */">();
    });
    CHECK(check_ballots(db()).size() == 4);
}

TEST_CASE_METHOD(Room, "the check holds a ballot against what its ledger says, before anybody certifies") {
    const auto ballot = open();
    REQUIRE(hall.vote(hall.clerks[0], ballot, Choice::approve, opens));
    REQUIRE(hall.vote(hall.clerks[1], ballot, Choice::abstain, opens));
    REQUIRE(check_ballots(db()).empty());
    SECTION("a term") {
        tamper<"UPDATE ballots SET quorum_numerator = 0 /* whole table: a test tampers */">();
        CHECK(faults() == "ballot 1: its terms are not those that the opening fixed\n");
    }
    SECTION("a seat") {
        tamper<"UPDATE ballot_seats SET name = 'Nowhere' WHERE seat = 6 /* whole table: a test tampers */">();
        CHECK(faults() == "ballot 1: its seats are not those that the opening fixed\n");
    }
    SECTION("a vote and the mark of its seat") {
        tamper<"DELETE FROM roll_call_votes WHERE choice = 'abstain' /* whole table: a test tampers */">();
        tamper<"UPDATE ballot_seats SET took_part = 0 WHERE seat NOT IN (SELECT seat FROM roll_call_votes) "
               "/* whole table: a test tampers */">();
        tamper<"UPDATE ballots SET took_part = 1 /* whole table: a test tampers */">();
        CHECK(faults() == "ballot 1: the seats that took part are not those of the ledger\n");
    }
    SECTION("choices swapped after the close") {
        hall.settle(closes);
        REQUIRE(check_ballots(db()).empty());
        tamper<"UPDATE roll_call_votes SET choice = CASE choice WHEN 'approve' THEN 'abstain' ELSE 'approve' "
               "END /* whole table: a test tampers */">();
        CHECK(faults() == "ballot 1: its votes are not those that entered the ledger\n");
    }
    SECTION("the outcome") {
        hall.settle(closes);
        tamper<"UPDATE ballots SET outcome = 'adopted' /* whole table: a test tampers */">();
        CHECK(faults() == "ballot 1: its outcome is not what the votes give\n");
    }
}

TEST_CASE_METHOD(Room, "a result whose record is not sound is not certified, and nothing takes effect") {
    const auto ballot = certified_by_one();
    tamper<"DELETE FROM roll_call_votes WHERE seat = 3 /* whole table: a test tampers */">();
    const auto refused = hall.certify(hall.other_steward, ballot, closes);
    CHECK(kind(refused) == ProblemKind::conflict);
    CHECK(refused.error().detail.find("/votes") != std::string::npos);
    CHECK_FALSE(found(ballot).certified_at);
    CHECK(stage(ballot) == Stage::ballot);
    CHECK(list_standards(db()).empty());
    CHECK(acts(ballot).back() == "result_certified");
    CHECK(certifiers_of(db(), found(ballot)).size() == 1);
}
