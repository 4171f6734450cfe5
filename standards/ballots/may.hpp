// Who may do what with ballots: pure functions, asked by the acts and by the views that show their buttons.
#pragma once

#include "site/viewer.hpp"
#include "standards/ballots/ballots.hpp"
#include "standards/proposals/proposals.hpp"

#include <span>

namespace standards {

/// What hangs on the clock and on earlier acts alone: why a ballot on the proposal cannot open now; "" where
/// it can.
std::string_view why_no_ballot(const Proposal& proposal, bool has_clause, base::Time now);
/// Stewards.
bool may_open_ballot(const site::Viewer& viewer);
bool may_void(const site::Viewer& viewer, const Ballot& ballot);
/// Stewards and who speaks for a seat; no proposer, and nobody twice.
bool may_certify(const site::Viewer& viewer, const Ballot& ballot, bool has_seat,
                 std::span<const std::string> proposers, std::span<const std::string> certifiers);

} // namespace standards
