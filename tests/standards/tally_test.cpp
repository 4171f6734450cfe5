#include "standards/ballots/tally.hpp"
#include "tests/support/test.hpp"

#include <algorithm>
#include <limits>
#include <random>

using namespace standards;

namespace {

const Threshold half{1, 2, Boundary::at_least};

Rule rule(Preset preset, Threshold quorum = half) {
    return {quorum, threshold(preset)};
}

} // namespace

TEST_CASE("a count is shown with its arithmetic in words") {
    const auto result = tally(15, rule(Preset::two_thirds), {.approve = 7, .decline = 2, .abstain = 2});
    CHECK(result.adopted());
    CHECK(words(result) ==
          "11 of 15 seats took part; 8 were needed. 2 abstained. Of 9 votes for or against, 7 "
          "approved; 6 were needed for two thirds. Adopted.");
    CHECK(
        words(tally(15, rule(Preset::majority), {.approve = 3, .approve_with_comments = 4, .decline = 4})) ==
        "11 of 15 seats took part; 8 were needed. Of 11 votes for or against, 7 approved; 6 were needed for a "
        "majority. Adopted.");
    CHECK(
        words(tally(2, rule(Preset::consensus), {.approve = 1, .recuse = 1})) ==
        "1 of 2 seats recused, which leaves 1. 1 of 1 seat took part; 1 was needed. Of 1 vote for or against, 1 "
        "approved; 1 was needed for consensus without declines. Adopted.");
    CHECK(name({3, 5, Boundary::at_least}) == "at least 3/5");
    CHECK(name({2, 4, Boundary::more_than}) == "more than 2/4");
    CHECK(name(threshold(Preset::three_quarters)) == "three quarters");
}

TEST_CASE("exactly two thirds is two thirds, and one vote less is not") {
    CHECK(tally(9, rule(Preset::two_thirds), {.approve = 6, .decline = 3}).adopted());
    CHECK(tally(9, rule(Preset::two_thirds), {.approve = 5, .decline = 4}).reason ==
          Reason::too_few_approved);
    CHECK(tally(10, rule(Preset::two_thirds), {.approve = 6, .decline = 4}).approval_needed == 7);
    CHECK(tally(4, rule(Preset::three_quarters), {.approve = 3, .decline = 1}).adopted());
    CHECK_FALSE(tally(7, rule(Preset::three_quarters), {.approve = 5, .decline = 2}).adopted());
}

TEST_CASE("a tie is no majority") {
    const auto tie = tally(10, rule(Preset::majority), {.approve = 5, .decline = 5});
    CHECK(tie.reason == Reason::too_few_approved);
    CHECK(tie.approval_needed == 6);
    CHECK(tally(10, {half, half}, {.approve = 5, .decline = 5})
              .adopted()); // where the rule says at least a half
}

TEST_CASE("consensus bears abstentions and comments, and no decline") {
    CHECK(tally(9, rule(Preset::consensus), {.approve = 1, .approve_with_comments = 4, .abstain = 4})
              .adopted());
    CHECK_FALSE(tally(9, rule(Preset::consensus), {.approve = 8, .decline = 1}).adopted());
}

TEST_CASE("a quorum met only by abstentions leads to a fraction of whoever decided") {
    const auto one_voice = tally(15, rule(Preset::two_thirds), {.approve = 1, .abstain = 7});
    CHECK(one_voice.took_part == 8);
    CHECK(one_voice.adopted());
    const auto all_abstain = tally(15, rule(Preset::two_thirds), {.abstain = 15});
    CHECK(all_abstain.quorum_met());
    CHECK(all_abstain.reason == Reason::no_vote_for_or_against);
    CHECK(words(all_abstain) == "15 of 15 seats took part; 8 were needed. 15 abstained. No seat voted for or "
                                "against. Not adopted: nobody decided.");
}

TEST_CASE("a failed quorum wins over any approval") {
    const auto result = tally(15, rule(Preset::majority), {.approve = 7});
    CHECK(result.reason == Reason::too_few_took_part);
    CHECK(result.approval_met());
    CHECK(words(result) ==
          "7 of 15 seats took part; 8 were needed. Of 7 votes for or against, 7 approved; 4 were "
          "needed for a majority. Not adopted: too few seats took part.");
}

TEST_CASE("at least a half and more than a half part at an even number of seats") {
    const Counts five{.approve = 5};
    CHECK(tally(10, rule(Preset::majority), five).adopted());
    CHECK(tally(10, rule(Preset::majority, {1, 2, Boundary::more_than}), five).reason ==
          Reason::too_few_took_part);
}

TEST_CASE("a seat that recused leaves the base of the quorum") {
    CHECK(tally(15, rule(Preset::majority), {.approve = 6, .recuse = 2}).reason == Reason::too_few_took_part);
    CHECK(tally(15, rule(Preset::majority), {.approve = 6, .recuse = 3}).adopted());
    const auto nobody_left = tally(3, rule(Preset::majority), {.recuse = 3});
    CHECK(nobody_left.reason == Reason::too_few_took_part);
    CHECK(words(nobody_left) ==
          "3 of 3 seats recused, which leaves 0. 0 of 0 seats took part; 1 was needed. No seat "
          "voted for or against. Not adopted: too few seats took part.");
}

TEST_CASE("no vote adopts nothing, even where the rule asks for no quorum") {
    CHECK(tally(15, rule(Preset::majority), Counts{}).reason == Reason::too_few_took_part);
    CHECK(tally(15, rule(Preset::majority, {0, 1, Boundary::at_least}), Counts{}).quorum_needed == 1);
    CHECK_FALSE(tally(15, rule(Preset::majority, {0, 1, Boundary::at_least}), Counts{}).adopted());
}

TEST_CASE("a single seat decides alone") {
    for (const auto preset : base::all_values<Preset>()) {
        CHECK(tally(1, rule(preset), {.approve = 1}).adopted());
        CHECK(tally(1, rule(preset), {.decline = 1}).reason == Reason::too_few_approved);
        CHECK(tally(1, rule(preset), {.abstain = 1}).reason == Reason::no_vote_for_or_against);
        CHECK(tally(1, rule(preset), {.recuse = 1}).reason == Reason::too_few_took_part);
    }
}

TEST_CASE("a Center that joins or leaves after the opening changes no needed number") {
    // The electorate was frozen with 15 seats: 8 are needed, whether 14 or 16 Centers are in the program at
    // the close.
    CHECK(tally(15, rule(Preset::majority), {.approve = 7}).quorum_needed == 8);
    CHECK(tally(14, rule(Preset::majority), {.approve = 7}).adopted());
    CHECK_FALSE(tally(15, rule(Preset::majority), {.approve = 7}).adopted());
}

TEST_CASE("a rule that can never or need never be met is not valid") {
    for (const auto preset : base::all_values<Preset>())
        CHECK(is_valid(rule(preset)));
    CHECK(is_valid({{0, 1, Boundary::at_least}, {0, 1, Boundary::more_than}}));
    CHECK_FALSE(is_valid({half, {0, 1, Boundary::at_least}}));
    CHECK_FALSE(is_valid({half, {1, 1, Boundary::more_than}}));
    CHECK_FALSE(is_valid({half, {3, 2, Boundary::at_least}}));
    CHECK_FALSE(is_valid({{1, 0, Boundary::at_least}, half}));
    CHECK_FALSE(is_valid({{-1, 2, Boundary::at_least}, half}));
}

TEST_CASE("the needed number is the least that reaches the threshold") {
    for (const std::int64_t denominator : {1, 2, 3, 4, 7, 100})
        for (std::int64_t numerator = 0; numerator <= denominator; ++numerator)
            for (const auto boundary : base::all_values<Boundary>()) {
                const Threshold threshold{numerator, denominator, boundary};
                if (!is_valid({threshold, half})) continue;
                for (std::int64_t whole = 1; whole <= 40; ++whole) {
                    const auto least = needed(threshold, whole);
                    INFO(name(threshold) << " of " << whole << " is " << least);
                    REQUIRE((least <= whole && is_met(threshold, least, whole)));
                    REQUIRE_FALSE(is_met(threshold, least - 1, whole));
                }
            }
}

TEST_CASE("the largest numbers are compared exactly") {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    CHECK(is_met({most - 1, most, Boundary::at_least}, most - 1, most));
    CHECK_FALSE(is_met({most - 1, most, Boundary::at_least}, most - 2, most));
    CHECK(needed({most - 1, most, Boundary::more_than}, most) == most);
}

TEST_CASE("order, names and batches of votes change no result") {
    std::mt19937 random(20270301);
    for (int round = 0; round < 500; ++round) {
        std::vector<Choice> votes(random() % 60);
        for (auto& vote : votes)
            vote = static_cast<Choice>(random() % 5);
        const auto seats = static_cast<std::int64_t>(votes.size() + random() % 20);
        const auto by = rule(static_cast<Preset>(random() % 4));
        const auto result = tally(seats, by, votes);

        // Which seat cast which vote is a permutation: shuffling is relabelling, too.
        auto shuffled = votes;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        CHECK(tally(seats, by, shuffled) == result);

        const auto cut = votes.empty() ? 0 : random() % votes.size();
        auto counts = count(std::span(votes).first(cut));
        counts += count(std::span(votes).subspan(cut));
        CHECK(tally(seats, by, counts) == result);

        // One more approval in place of a decline never turns an adopted text down.
        if (const auto decline = std::ranges::find(votes, Choice::decline);
            result.adopted() && decline != votes.end()) {
            *decline = Choice::approve;
            CHECK(tally(seats, by, votes).adopted());
        }
    }
}
