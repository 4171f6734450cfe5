// What follows an act on a proposal: the index, and word to those who watch.
#pragma once

#include "notices/notices.hpp"
#include "revisions/revisions.hpp"
#include "standards/proposals/proposals.hpp"

#include <string_view>

namespace standards {

notices::Subject subject_of(ProposalId proposal);
/// The list of proposals: who watches it hears of new ones.
inline constexpr notices::Subject ideas{notices::SubjectKind::ideas, 0};
/// Puts the proposal into the index; an adopted one is found as a standard instead.
void index_proposal(store::Writer& db, ProposalId proposal);
/// What follows when a revision was emptied: of the newest its title goes, and that of the inboxes with it.
void forget_title(store::Writer& db, const Proposal& proposal, bool newest);
/// Tells who watches; `rest` stands behind the proposal's address ("/comments").
void tell_watchers(store::Writer& db, const Proposal& proposal, notices::Reason reason, MemberId actor,
                   std::string_view rest, base::Time at);
/// Tells the members that the text at this address mentions and the one before did not.
void tell_mentioned(store::Writer& db, const Proposal& proposal, const markup::Rendered& rendered,
                    std::string_view body_before, MemberId actor, const std::string& address, base::Time at);
/// Tells who wants to hear of new proposals.
void tell_of_idea(store::Writer& db, const Proposal& proposal, MemberId actor, base::Time at);

} // namespace standards
