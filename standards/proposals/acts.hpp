// What the acts of this room share with each other, and with nobody else.
#pragma once

#include "standards/proposals/proposal_text.hpp"
#include "standards/proposals/proposals.hpp"

namespace standards {

/// Fails with `not_found`.
base::Result<Proposal> find_for(store::Reader& db, ProposalId proposal);
/// Fails with `not_found`, `conflict` (the stage) or `not_allowed`.
base::Result<Proposal> proposal_to_edit(store::Reader& db, const site::Viewer& viewer, ProposalId proposal);
/// Saves a text that was read and checked; whether the viewer may was asked before. New clauses get their
/// ids.
base::Result<revisions::Saved> save_text(store::Writer& db, const site::Viewer& viewer,
                                         const Proposal& proposal, int base_revision,
                                         const std::string& title, ProposalText text,
                                         const std::string& summary, base::Time at);

/// Keeps the HTML of a comment, its ids made of the comment's number.
void keep_comment_html(store::Writer& db, CommentId comment, const markup::Rendered& rendered);

} // namespace standards
