// Who may do what to a proposal and its comments: asked by the acts, and by the pages for what they offer.
// Whether the stage allows it is asked apart, so that a refusal can say which of the two it was.
#pragma once

#include "standards/proposals/proposals.hpp"

#include <vector>

namespace standards {

/// Stages in which the text can still change.
bool is_in_the_making(Stage stage);

bool may_propose(const site::Viewer& viewer);
/// The text and its authors, by stage and person.
bool may_edit(const site::Viewer& viewer, const Proposal& proposal, bool is_author);
bool may_endorse(const site::Viewer& viewer, const Proposal& proposal);
/// Whether the stage may follow the other at all, whoever does it. Consultation after consultation: it is
/// prolonged.
bool can_follow(Stage from, Stage to);
bool may_change_stage(const site::Viewer& viewer, Stage from, Stage to, bool is_author);
/// What this viewer may choose next, in a sensible order.
std::vector<Stage> next_stages(const site::Viewer& viewer, Stage from, bool is_author);
bool may_comment(const site::Viewer& viewer, const Proposal& proposal, base::Time now);
bool may_take_back(const site::Viewer& viewer, const Proposal& proposal, const Comment& comment,
                   base::Time now);
/// By stage and person: while a comment can get its disposition or another one.
bool may_dispose(const site::Viewer& viewer, const Proposal& proposal, bool is_author);

bool may_remove_words(const site::Viewer& viewer);

} // namespace standards
