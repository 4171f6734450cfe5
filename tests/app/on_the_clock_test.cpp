#include "app/on_the_clock.hpp"
#include "tests/support/ballot_hall.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/test.hpp"

using namespace std::chrono_literals;

TEST_CASE("the program closes what was due when it starts, and destroys the key, though nobody looks") {
    testing::Scene scene;
    testing::BallotHall hall(scene.database(), 3, scene.now());
    const auto opens = scene.now() + 48h;
    const auto due = hall.open(standards::Secrecy::secret, opens);
    const auto later = hall.open(standards::Secrecy::secret, opens + 1h);
    REQUIRE(hall.vote(hall.clerks[0], due, standards::Choice::approve, opens));
    CHECK(hall.keys().names().size() == 2);
    {
        const app::OnTheClock clock(scene.database(), [&] { return opens + 24h; });
        for (int tries = 0; hall.keys().names().size() == 2 && tries < 2'000; ++tries)
            std::this_thread::sleep_for(5ms);
    }
    CHECK(hall.keys().names().size() == 1);
    CHECK(standards::result_of(scene.reader(), due)->took_part == 1);
    CHECK_FALSE(standards::result_of(scene.reader(), later));
    CHECK(hall.keys().find(standards::find_ballot(scene.reader(), later)->proposal, opens + 1h));
}

TEST_CASE("a key that is left of a ballot that never opened is removed at the start, and no other") {
    testing::Scene scene;
    testing::BallotHall hall(scene.database(), 3, scene.now());
    const auto open = hall.open(standards::Secrecy::secret, scene.now() + 48h);
    const auto proposal = hall.consult(scene.now(), "Killed while it opened");
    hall.keys().make(proposal, scene.now() + 2h, base::system_random());
    REQUIRE(hall.keys().names().size() == 2);
    const app::OnTheClock clock(scene.database(), [&] { return scene.now() + 49h; });
    REQUIRE(hall.keys().names().size() == 1);
    CHECK(hall.keys().find(standards::find_ballot(scene.reader(), open)->proposal, scene.now() + 48h));
}
