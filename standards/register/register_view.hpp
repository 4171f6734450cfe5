// The register of standards: for everybody what was adopted, for members before that what waits for their
// Center and what is in the making.
#pragma once

#include "site/layout.hpp"
#include "site/parts.hpp"
#include "standards/ballots/ballots.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/register/adoption_store.hpp"
#include "standards/register/register.hpp"

#include <map>
#include <vector>

namespace standards {

struct Register {
    std::vector<StandardVersion> standards;
    BallotWaiting ballots{};
    ProposalWaiting proposals{};
    std::vector<Proposal> making{};                  // the furthest first
    std::map<ProposalId, Ballot> open{};             // of those whose ballot is open
    std::map<StandardId, AdoptedByCenter> adopted{}; // by the viewer's Center
};
void register_view(html::Writer& w, const site::Context& c, const Register& all);

/// Rows of what waits for the viewer, the first to close first; also for the home page.
void waiting_rows(html::Writer& w, const site::Context& c, const BallotWaiting& ballots,
                  const ProposalWaiting& proposals);

} // namespace standards
