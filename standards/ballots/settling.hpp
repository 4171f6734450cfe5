// When a ballot's time has come: whoever looks next writes down its result, as of that time. So nothing
// depends on a timer that may not have run.
#pragma once

#include "site/context.hpp"
#include "standards/ballots/ballots.hpp"

namespace standards {

/// Before anything shows or changes a proposal, a ballot or a standard. Writes only when a ballot is due. One
/// that cannot be settled is logged and left for the next look; never throws for it.
void settle_first(site::Context& c);
/// At the start, before anybody is served: keys that are left of ballots that never opened.
void tidy_keys(store::Database& database);
/// At the start and once a minute, so that keys do not lie there longer than they must.
void settle_on_clock(store::Database& database, base::Time now);

/// Settles this one where its time has come. Throws where its key cannot be read, before it writes anything.
void settle_if_due(store::Writer& db, const BallotKeys& keys, BallotId ballot, base::Time now);

/// Declares it void, decided already: votes that nobody has seen are removed, the proposal is a draft again.
void void_as(store::Writer& db, const Ballot& ballot, std::string_view actor, const std::string& reason,
             base::Time at);

} // namespace standards
