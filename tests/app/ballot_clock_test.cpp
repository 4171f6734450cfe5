// A machine whose clock leaps: no time in a ledger runs back, and once somebody saw the close nothing opens
// the ballot again.
#include "standards/ballots/ballot_record.hpp"
#include "standards/ballots/verify.hpp"
#include "standards/ledger_store.hpp"
#include "tests/support/ballot_hall.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/test.hpp"

#include <algorithm>
#include <random>

using namespace std::chrono_literals;
using standards::Choice;
using standards::Secrecy;

namespace {

/// What everybody does at once, each at another time of a clock that leaps.
class Leaping {
  public:
    explicit Leaping(unsigned seed) : random_(seed) {}

    void run() {
        ballot_ = hall_.open(pick(2) == 0 ? Secrecy::open : Secrecy::secret, opens_);
        for (int step = 0; step < 60; ++step)
            act();
        hall_.settle(opens_ + 25h);
        check();
    }

  private:
    int pick(int most) { return std::uniform_int_distribution(0, most - 1)(random_); }

    base::Time leap() {
        const auto closes = opens_ + 24h;
        const base::Time edges[] = {opens_ - 1s, opens_, closes - 1s, closes - 1min,
                                    opens_ + 1h, closes, closes + 1s};
        // The close comes late in most runs, so that much happens before it.
        const int edge = pick(40);
        if (edge < 5) return edges[edge];
        if (edge == 5) return edges[pick(2) + 5];
        return opens_ + std::chrono::minutes(pick(24 * 60));
    }

    void act() {
        const auto at = leap();
        const auto& who = hall_.clerks[static_cast<std::size_t>(pick(5))];
        if (pick(8) == 0) hall_.settle(at);
        closed_ = closed_ || standards::find_ballot(scene_.reader(), ballot_)->settled_at;
        const auto cast = hall_.vote(who, ballot_, Choice::abstain, at);
        CHECK_FALSE((cast && (closed_ || at >= opens_ + 24h)));
        if (pick(20) == 0) hall_.certify(hall_.steward, ballot_, at);
        if (pick(20) == 0) hall_.certify(hall_.other_steward, ballot_, at);
    }

    void check() {
        const auto ballot = standards::find_ballot(scene_.reader(), ballot_).value();
        const auto entries = standards::ledger_of(scene_.reader(), ballot.proposal);
        CHECK(std::ranges::is_sorted(entries, {}, &standards::Entry::at));
        for (const auto& entry : entries)
            if (entry.kind == "vote_cast" || entry.kind == "vote_changed" || entry.kind == "seat_took_part")
                CHECK((entry.at >= ballot.opens && entry.at < ballot.closes));
        CHECK(standards::check_ledgers(scene_.reader()).empty());
        CHECK(standards::check_ballots(scene_.reader()).empty());
    }

    testing::Scene scene_{};
    testing::BallotHall hall_{scene_.database(), 5, scene_.now()};
    base::Time opens_ = scene_.now() + 48h;
    standards::BallotId ballot_{};
    bool closed_ = false;
    std::mt19937 random_;
};

} // namespace

TEST_CASE("whenever a clock leaps, times in the ledger go forward and votes lie before the close") {
    for (unsigned seed = 1; seed <= 10; ++seed) {
        INFO("seed " << seed);
        Leaping(seed).run();
    }
}

TEST_CASE("a vote that came after the close stays refused when the clock goes back") {
    testing::Scene scene;
    testing::BallotHall hall(scene.database(), 3, scene.now());
    const auto ballot = hall.open(Secrecy::open, scene.now());
    const auto clerk = scene.sign_in(hall.clerks[0].id);
    const auto token = scene.token(hall.clerks[1].id);
    const auto page = "/ballots/" + std::to_string(ballot.value) + "/vote";
    const auto vote = [&] {
        return std::pair(
            scene.post(clerk, page, {{"choice", "abstain"}}).status,
            scene.call(token, server::Method::put, "/api/v1" + page, R"({"choice": "abstain"})").status);
    };
    scene.pass(25h);
    CHECK(vote() == std::pair(409, 409));
    scene.pass(-25h);
    CHECK(vote() == std::pair(409, 409));
    CHECK(standards::result_of(scene.reader(), ballot)->took_part == 0);
}

TEST_CASE("a call that came after the close closes the ballot by itself") {
    testing::Scene scene;
    testing::BallotHall hall(scene.database(), 3, scene.now());
    const auto ballot = hall.open(Secrecy::secret, scene.now());
    const auto token = scene.token(hall.clerks[0].id);
    const auto call = [&] {
        return scene
            .call(token, server::Method::put, "/api/v1/ballots/" + std::to_string(ballot.value) + "/vote",
                  R"({"choice": "abstain"})")
            .status;
    };
    scene.pass(24h);
    CHECK(call() == 409);
    scene.pass(-1s);
    CHECK(call() == 409);
}
