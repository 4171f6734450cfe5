// The page on which a steward fixes the terms of a ballot.
#pragma once

#include "site/parts.hpp"
#include "standards/proposals/proposals.hpp"

namespace standards {

server::Response show_opening(site::Context& c, const Proposal& proposal, const parts::State& state,
                              int status = 200);

} // namespace standards
