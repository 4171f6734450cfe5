// Ballots as the program itself holds them, in its data file, with 500 seats that vote and change their minds
// from 64 threads at once: every acknowledged vote counts once, the last one of a seat wins, and both
// recounts agree on the record that comes out of it.
#include "standards/ballots/verify.hpp"
#include "standards/ballots/vote_store.hpp"
#include "standards/canonical_json.hpp"
#include "tests/recount/python.hpp"
#include "tests/revisions/desk.hpp"
#include "tests/support/ballot_hall.hpp"

#include <atomic>
#include <random>
#include <thread>

using namespace standards;
using namespace std::chrono_literals;

namespace {

constexpr int seats = 500;
constexpr int threads = 64;

/// What a seat was told is taken, last.
struct Told {
    Choice choice{};
    std::string reason{};
    std::string tracker{};
    int times = 0;
};

struct Crowd : desk::Desk {
    testing::BallotHall hall{database(), seats, now()};
    base::Time opens = now() + 48h;
    std::vector<Told> told = std::vector<Told>(seats);
    std::atomic<int> refused = 0;

    void vote_one(BallotId ballot, std::size_t seat, std::mt19937& random) {
        const auto choice = static_cast<Choice>(random() % 5);
        const auto reason = "Reason " + std::to_string(random());
        const auto cast = hall.vote(hall.clerks[seat], ballot, choice, opens + 1h, reason);
        if (!cast) {
            ++refused;
            return;
        }
        auto& last = told[seat];
        last = {choice, reason, *cast, last.times + 1};
    }
    /// Each thread votes for seats of its own, again and again, in an order of its own.
    void vote_all(BallotId ballot) {
        std::vector<std::jthread> clients;
        for (int client = 0; client < threads; ++client)
            clients.emplace_back([this, ballot, client] {
                std::mt19937 random(static_cast<unsigned>(client));
                std::vector<std::size_t> turns;
                for (auto seat = static_cast<std::size_t>(client); seat < seats; seat += threads)
                    if (seat % 10 != 9) // every tenth never votes
                        turns.insert(turns.end(), 1 + random() % 3, seat);
                std::ranges::shuffle(turns, random);
                for (const auto seat : turns)
                    vote_one(ballot, seat, random);
            });
    }
    std::string certified_record(BallotId ballot) {
        hall.settle(opens + 24h);
        for (const auto& who : {hall.steward, hall.other_steward})
            REQUIRE(hall.certify(who, ballot, opens + 25h));
        return record_of(db(), ballot).value();
    }
    [[nodiscard]] Counts told_counts() const {
        std::vector<Choice> choices;
        for (const auto& last : told)
            if (last.times > 0) choices.push_back(last.choice);
        return count(choices);
    }
};

} // namespace

TEST_CASE_METHOD(Crowd, "500 seats vote a roll call from 64 threads, and each seat's last word counts once") {
    const auto ballot = hall.open(Secrecy::open, opens);
    vote_all(ballot);
    CHECK(refused == 0);
    const auto record = certified_record(ballot);
    CHECK(result_of(db(), ballot)->counts == told_counts());
    const auto names = roll_call_of(db(), ballot);
    CHECK(names.size() == 450);
    for (const auto& vote : names) {
        const auto& last = told[static_cast<std::size_t>(std::stoi(vote.by.substr(6))) - 1]; // "clerk-17"
        CHECK(vote.choice == last.choice);
        CHECK(vote.reason == last.reason);
    }
    CHECK(testing::python_verdicts({record}) == std::vector{report(verify(record))});
    CHECK(report(verify(record)).ends_with("\nThe record is sound."));
}

TEST_CASE_METHOD(Crowd,
                 "500 seats vote in secret from 64 threads, and each finds its last word by its tracker") {
    const auto ballot = hall.open(Secrecy::secret, opens);
    vote_all(ballot);
    CHECK(refused == 0);
    const auto record = certified_record(ballot);
    CHECK(result_of(db(), ballot)->counts == told_counts());
    std::map<std::string, SecretVote> by_tracker;
    for (const auto& vote : secret_votes_of(db(), ballot))
        by_tracker[vote.tracker] = vote;
    CHECK(by_tracker.size() == 450);
    for (const auto& last : told) {
        if (last.times == 0) continue;
        REQUIRE(by_tracker.contains(last.tracker));
        CHECK(by_tracker[last.tracker].choice == last.choice);
        CHECK(by_tracker[last.tracker].reason == last.reason);
    }
    CHECK(testing::python_verdicts({record}) == std::vector{report(verify(record))});
    CHECK(report(verify(record)).ends_with("\nThe record is sound."));
    CHECK(check_ballots(db()).empty());
}

TEST_CASE_METHOD(Crowd, "a record of the program in which one vote is changed is faulty to both recounts") {
    const auto ballot = hall.open(Secrecy::secret, opens);
    vote_all(ballot);
    auto record = certified_record(ballot);
    const auto at = record.rfind("\"choice\":\"approve\"");
    REQUIRE(at != std::string::npos);
    record.replace(at, 18, "\"choice\":\"decline\"");
    const auto verdict = report(verify(record));
    CHECK(verdict.starts_with("/votes/"));
    CHECK(testing::python_verdicts({record}) == std::vector{verdict});
}
