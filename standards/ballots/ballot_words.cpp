#include "standards/ballots/ballot_words.hpp"

#include <algorithm>

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

} // namespace standards
