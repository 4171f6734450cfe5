// Proposals, ballots and a standard at every stage, for the tests of the whole program. Made in one write.
#pragma once

#include "standards/ballots/ballots.hpp"
#include "standards/proposals/proposals.hpp"
#include "tests/support/scene.hpp"

namespace testing {

struct StandardsGround {
    standards::ProposalId idea{};         // of the asker
    standards::ProposalId consultation{}; // of the helper, open
    standards::CommentId comment{};       // on its first clause, by the asker
    standards::ProposalId consulted{};    // closed, every comment answered: a ballot may open
    standards::BallotId open{};           // secret; the asker speaks for Alder County's seat
    standards::BallotId closed{};         // a roll call, to be certified
    standards::BallotId certified{};      // adopted
    std::string number{};                 // of the standard that it adopted
};

/// `delegate` is made Alder County's. `steward` and `proposer` are those of the world.
StandardsGround make_standards(Scene& scene, const site::Viewer& delegate, const site::Viewer& steward,
                               const site::Viewer& proposer);

} // namespace testing
