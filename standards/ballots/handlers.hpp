// The pages of ballots.
#pragma once

#include "site/context.hpp"
#include "standards/model.hpp"

namespace standards {

server::Response show_ballots(site::Context& c);
server::Response show_ballot(site::Context& c, BallotId id);
server::Response show_new_ballot(site::Context& c, ProposalId proposal);
server::Response post_ballot(site::Context& c, ProposalId proposal);
server::Response post_vote(site::Context& c, BallotId id);
server::Response show_voiding(site::Context& c, BallotId id);
server::Response post_voiding(site::Context& c, BallotId id);
server::Response post_certification(site::Context& c, BallotId id);
server::Response show_record(site::Context& c, BallotId id);

} // namespace standards
