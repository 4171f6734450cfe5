#include "standards/ballots/ballot_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace standards {

std::string_view words_for(Choice choice) {
    switch (choice) {
    case Choice::approve: return "Approve";
    case Choice::approve_with_comments: return "Approve with comments";
    case Choice::decline: return "Decline";
    case Choice::abstain: return "Abstain";
    case Choice::recuse: return "Recuse";
    }
    return "";
}

std::string_view words_for(Electorate electorate) {
    return electorate == Electorate::centers ? "One seat a Center" : "One seat a member";
}

std::string_view words_for(Secrecy secrecy) {
    return secrecy == Secrecy::secret ? "Secret" : "Roll call";
}

BallotState state_of(const Ballot& ballot) {
    if (ballot.voided_at) return BallotState::void_;
    if (ballot.certified_at) return BallotState::certified;
    return ballot.settled_at ? BallotState::closed : BallotState::open;
}

std::string_view words_for(BallotState state) {
    switch (state) {
    case BallotState::open: return "Open";
    case BallotState::closed: return "Closed, to be certified";
    case BallotState::certified: return "Certified";
    case BallotState::void_: return "Void";
    }
    return "";
}

parts::Tone tone_of(BallotState state) {
    switch (state) {
    case BallotState::open: return parts::Tone::civic;
    case BallotState::closed: return parts::Tone::care;
    case BallotState::certified: return parts::Tone::good;
    case BallotState::void_: return parts::Tone::bad;
    }
    return parts::Tone::plain;
}

bool is_unanimous(const Counts& counts) {
    const auto kinds = {counts.approve, counts.approve_with_comments, counts.decline, counts.abstain,
                        counts.recuse};
    return std::ranges::count_if(kinds, [](auto number) { return number > 0; }) == 1;
}

std::string quorum_words(const Threshold& quorum) {
    // By their own words: as a quorum, what name() calls "consensus without declines" means something else.
    static const std::pair<Threshold, const char*> known[] = {
        {{1, 4}, "A quarter of the seats"},
        {{1, 3}, "A third of the seats"},
        {{1, 2}, "Half of the seats"},
        {threshold(Preset::majority), "More than half of the seats"},
        {{2, 3}, "Two thirds of the seats"},
        {{3, 4}, "Three quarters of the seats"},
        {{1, 1}, "All seats"}};
    const auto* found = std::ranges::find(known, quorum, &std::pair<Threshold, const char*>::first);
    return (found == std::end(known) ? name(quorum) + " of the seats" : std::string(found->second)) +
           " that do not recuse";
}

} // namespace standards
