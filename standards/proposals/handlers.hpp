// The handlers of proposals and their consultations, several small ones a file; routes.cpp lists their
// addresses.
#pragma once

#include "site/context.hpp"
#include "standards/model.hpp"

namespace standards {

server::Response show_proposals(site::Context& c);
/// Hearing of new ones; where their addresses lead when they are asked for.
server::Response post_watch_ideas(site::Context& c);
server::Response post_unwatch_ideas(site::Context& c);
server::Response find_proposals(site::Context& c);
server::Response show_new_proposal(site::Context& c);
server::Response post_proposal(site::Context& c);

server::Response show_proposal(site::Context& c, ProposalId id);
server::Response show_edit_proposal(site::Context& c, ProposalId id);
server::Response post_edit_proposal(site::Context& c, ProposalId id);
server::Response post_endorse(site::Context& c, ProposalId id);
server::Response post_unendorse(site::Context& c, ProposalId id);
server::Response post_watch_proposal(site::Context& c, ProposalId id);
server::Response post_unwatch_proposal(site::Context& c, ProposalId id);
server::Response show_authors(site::Context& c, ProposalId id);
server::Response post_authors(site::Context& c, ProposalId id);
server::Response show_stage(site::Context& c, ProposalId id);
server::Response post_stage(site::Context& c, ProposalId id);

server::Response show_proposal_history(site::Context& c, ProposalId id);
server::Response show_proposal_revision(site::Context& c, ProposalId id, int number);
server::Response show_proposal_compare(site::Context& c, ProposalId id);
server::Response post_restore_proposal(site::Context& c, ProposalId id);
server::Response show_redact_proposal(site::Context& c, ProposalId id, int number);
server::Response post_redact_proposal(site::Context& c, ProposalId id, int number);

server::Response show_comments(site::Context& c, ProposalId id);
server::Response post_comment(site::Context& c, ProposalId id);
server::Response show_responses(site::Context& c, ProposalId id);
/// Leads to where the comment stands.
server::Response find_comment_place(site::Context& c, CommentId id);
server::Response post_withdraw_comment(site::Context& c, CommentId id);
server::Response show_remove_words(site::Context& c, CommentId id);
server::Response post_remove_words(site::Context& c, CommentId id);
server::Response show_disposition(site::Context& c, CommentId id);
server::Response post_disposition(site::Context& c, CommentId id);

} // namespace standards
