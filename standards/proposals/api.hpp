// The JSON calls of proposals and consultations.
#pragma once

#include "site/context.hpp"
#include "standards/model.hpp"

namespace standards::api {

server::Response list_proposals(site::Context& c);
server::Response create_proposal(site::Context& c);
server::Response show_proposal(site::Context& c, ProposalId id);
server::Response save_proposal(site::Context& c, ProposalId id);
server::Response change_stage(site::Context& c, ProposalId id);
server::Response endorse(site::Context& c, ProposalId id);
server::Response take_endorsement_back(site::Context& c, ProposalId id);
server::Response list_comments(site::Context& c, ProposalId id);
server::Response create_comment(site::Context& c, ProposalId id);
server::Response show_comment(site::Context& c, CommentId id);
server::Response dispose(site::Context& c, CommentId id);
server::Response list_ledger(site::Context& c, ProposalId id);

} // namespace standards::api
