// A standard that five Centers adopted by roll call, in a scene: with a comment and its answer, a declined
// vote with its reason, and all that followed.
#pragma once

#include "standards/ballots/ballots.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/register/register.hpp"
#include "tests/support/scene.hpp"

namespace testing {

struct AdoptedStandard {
    explicit AdoptedStandard(Scene& scene, const std::string& title = "Two people");

    std::string number{}; // "CE-2027-01"
    standards::ProposalId proposal{};
    standards::CommentId comment{};
    standards::BallotId ballot{};
    std::vector<site::Viewer> clerks{};   // delegates of Birch, Calder, Dunmore, Eastmere and Fallow
    std::vector<site::Viewer> stewards{}; // two of them

    /// A proposal through its consultation and a ballot in which the last clerk declines. Moves the scene's
    /// clock on by some days.
    standards::BallotId adopt(Scene& scene, standards::ProposalId id);
};

} // namespace testing
