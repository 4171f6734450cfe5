// The page on which a steward fixes the terms of a ballot.
#pragma once

#include "site/parts.hpp"
#include "standards/proposals/proposals.hpp"

namespace standards {

/// `state` holds the revision that the steward was shown first, and keeps it.
server::Response show_opening(site::Context& c, const Proposal& proposal, const parts::State& state,
                              int status = 200);

} // namespace standards
