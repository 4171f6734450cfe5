// Ballots as JSON.
#pragma once

#include "site/context.hpp"
#include "standards/model.hpp"

namespace standards::api {

server::Response create_ballot(site::Context& c, ProposalId proposal);
server::Response list_ballots(site::Context& c);
server::Response show_ballot(site::Context& c, BallotId id);
server::Response put_vote(site::Context& c, BallotId id);
server::Response certify_result(site::Context& c, BallotId id);
server::Response void_ballot(site::Context& c, BallotId id);
server::Response show_record(site::Context& c, BallotId id);

} // namespace standards::api
