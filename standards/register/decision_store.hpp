// How a standard was decided, as far as everybody may know: the votes and reasons of a ballot that was
// certified, and the answers to what the consultation said.
#pragma once

#include "standards/ballots/ballots.hpp"
#include "standards/proposals/proposals.hpp"

#include <string>
#include <vector>

namespace standards {

/// A vote as the public sees it. In a secret ballot, and where members have the seats, without a name.
struct PublicVote {
    std::string center; // "" where none is named
    Choice choice;
    std::string reason;
};
/// The votes of a certified ballot; none before. Those of an open one by name, those of a secret one as they
/// stand in its record.
std::vector<PublicVote> public_votes(store::Reader& db, const Ballot& ballot);
/// The Centers with a seat in an open ballot that cast no vote.
std::vector<std::string> absent_centers(store::Reader& db, const Ballot& ballot);

} // namespace standards
