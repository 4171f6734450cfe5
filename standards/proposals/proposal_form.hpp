// The form of a proposal's text: a new one, or the next revision of one.
#pragma once

#include "revisions/editor_view.hpp"
#include "site/layout.hpp"
#include "standards/proposals/proposals.hpp"

namespace standards {

struct ProposalForm {
    std::string heading;
    std::string_view save; // the words of the main button
    server::Url action;
    server::Url back;
    std::string place; // of the draft
    parts::State state;
    bool is_new = false;
    std::vector<site::Crumb> crumbs{};
    std::vector<parts::Tab> tabs{};
    std::optional<revisions::Draft> draft{};  // that the fields were filled with
    std::optional<server::Url> saved_since{}; // what others saved since the writer began
    std::optional<base::Result<std::string>> preview{};
};
/// Makes the preview of what the form holds; a text that cannot be shown gets its problem at the field.
void add_preview(store::Reader& db, ProposalForm& form);
/// 422 where the state has a problem, else 200.
server::Response show_proposal_form(const site::Context& c, const ProposalForm& form);

/// What the form and the API send.
NewProposal read_proposal(const site::Context& c);
/// Where the draft of an edit is kept: the form's path with the revision it began with, or all of them for
/// "".
std::string edit_place(const Proposal& proposal, std::string_view base_revision);
/// Saves what was sent and forgets the viewer's drafts of the text.
base::Result<revisions::Saved> save_sent(site::Context& c, const Proposal& proposal, const NewProposal& mine);

} // namespace standards
