// Ballots in words, for pages.
#pragma once

#include "site/parts/marks.hpp"
#include "standards/ballots/ballots.hpp"

#include <string>
#include <string_view>

namespace standards {

/// "Approve with comments"
std::string_view words_for(Choice choice);
/// "One seat a Center"
std::string_view words_for(Electorate electorate);
/// "Secret", "Roll call"
std::string_view words_for(Secrecy secrecy);

enum class BallotState { open, closed, certified, void_ };
constexpr auto enum_names(BallotState) {
    return std::array<std::string_view, 4>{"open", "closed", "certified", "void"};
}
BallotState state_of(const Ballot& ballot);
/// "Open", "Closed, to be certified", "Certified", "Void"
std::string_view words_for(BallotState state);
parts::Tone tone_of(BallotState state);
/// "Half of the seats that do not recuse", in the words of the form that opens a ballot.
std::string quorum_words(const Threshold& quorum);

/// Below so many seats even a count says a lot about each.
constexpr int tiny_electorate = 5;
/// Whether all who voted voted alike, which tells how each voted though the ballot was secret.
bool is_unanimous(const Counts& counts);

} // namespace standards
