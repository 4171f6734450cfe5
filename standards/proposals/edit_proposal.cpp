#include "revisions/begin_edit.hpp"
#include "revisions/conflict_view.hpp"
#include "standards/proposals/acts.hpp"
#include "standards/proposals/handlers.hpp"
#include "standards/proposals/proposal_form.hpp"
#include "standards/proposals/proposal_view.hpp"

namespace standards {
namespace {

server::Url action_of(const Proposal& proposal) {
    return server::link<"/standards/proposals/{}/edit">(proposal.id);
}

ProposalForm form_of(site::Context& c, const Proposal& proposal, server::Fields values,
                     std::optional<base::Problem> problem = {}) {
    const auto base_revision = values.number("base_revision").value_or(proposal.revision);
    ProposalForm form{.heading = "Edit “" + proposal.title + "”",
                      .save = "Save the text",
                      .action = action_of(proposal),
                      .back = address_of(proposal),
                      .place = edit_place(proposal, std::to_string(base_revision)),
                      .state = {std::move(values), std::move(problem)},
                      .crumbs = way_below(proposal),
                      .tabs = proposal_tabs(c, proposal, Face::edit)};
    if (base_revision > 0 && base_revision < proposal.revision)
        form.saved_since = chain_of(c, proposal).compare(static_cast<int>(base_revision), proposal.revision);
    return form;
}

server::Response conflict_page(site::Context& c, const Proposal& proposal, const NewProposal& mine,
                               revisions::Saved saved) {
    auto conflict = revisions::conflict_of(c.db, proposal.text, {mine.title, mine.body, {}}, std::move(saved),
                                           action_of(proposal));
    conflict.summary = mine.summary;
    conflict.place = edit_place(proposal, std::to_string(conflict.theirs.number));
    return revisions::show_conflict(c, chain_of(c, proposal), conflict);
}

} // namespace

server::Response show_edit_proposal(site::Context& c, ProposalId id) {
    const auto proposal = proposal_to_edit(c.db, c.viewer, id);
    if (!proposal) return site::problem(c, proposal.error());
    auto edit = revisions::begin_edit(c, proposal->text, edit_place(*proposal, ""));
    auto form = form_of(c, *proposal, std::move(edit.fields));
    form.draft = std::move(edit.draft);
    return show_proposal_form(c, form);
}

server::Response post_edit_proposal(site::Context& c, ProposalId id) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);
    if (revisions::wants_preview(c)) {
        auto form = form_of(c, *proposal, c.input);
        add_preview(c.db, form);
        return show_proposal_form(c, form);
    }
    const auto mine = read_proposal(c);
    auto saved = save_sent(c, *proposal, mine);
    // The stage or the authors can have changed while somebody wrote: what they wrote comes back with the
    // reason.
    if (!saved) return show_proposal_form(c, form_of(c, *proposal, c.input, saved.error()));
    if (saved->how == revisions::Saving::conflict)
        return conflict_page(c, *proposal, mine, *std::move(saved));
    return site::done(c, address_of(*proposal), revisions::words_for(saved->how));
}

} // namespace standards
