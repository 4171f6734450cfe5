// The terms of a ballot as the form and the API give them.
#pragma once

#include "site/context.hpp"
#include "standards/ballots/ballots.hpp"

namespace standards {

/// "at least 2/3" or "more than 1/2"; "2/3" is at least. Denominators up to 1,000.
std::optional<Threshold> parse_threshold(std::string_view text);

/// `revision` (that was read), `electorate`, `secrecy`, `approval` (a preset), `quorum` (see
/// parse_threshold), and the close: `closes` (RFC 3339), or `closes_day` and `closes_time` on the viewer's
/// clock. Fails with `invalid` at each of them.
base::Result<Opening> read_opening(const site::Context& c);

} // namespace standards
