#include "standards/proposals/acts.hpp"
#include "standards/proposals/handlers.hpp"
#include "standards/proposals/proposal_view.hpp"

namespace standards {
namespace {

server::Response form_page(const site::Context& c, const Proposal& proposal, const parts::State& state) {
    const site::Frame frame{.title = "Authors of “" + proposal.title + "”",
                            .section = "standards",
                            .crumbs = way_below(proposal),
                            .width = "narrow"};
    return site::page(
        c, frame,
        [&](html::Writer& w) {
            parts::page_head(w, frame.title,
                             "They may change the text and answer comments, and none of them certifies "
                             "its ballot.");
            parts::form(w, c, server::link<"/standards/proposals/{}/authors">(proposal.id), {}, state,
                        [&](html::Writer& in) {
                            parts::text_field(
                                in, state,
                                {.name = "authors",
                                 .label = "Authors",
                                 .hint = "Names as in @noor-haddad, with commas between; who began it "
                                         "stays the first."});
                            parts::acts(in, [&](html::Writer& row) {
                                parts::submit(row, {.words = "Save the authors"});
                                parts::button_link(row, address_of(proposal), "Cancel", parts::Look::quiet);
                            });
                        });
        },
        state.problem ? site::status_of(state.problem->kind) : 200);
}

} // namespace

server::Response show_authors(site::Context& c, ProposalId id) {
    const auto proposal = proposal_to_edit(c.db, c.viewer, id);
    if (!proposal) return site::problem(c, proposal.error());
    std::string handles;
    for (const auto& author : authors_of(c.db, id))
        handles += (handles.empty() ? "@" : ", @") + author.handle;
    parts::State state;
    state.values.add("authors", handles);
    return form_page(c, *proposal, state);
}

server::Response post_authors(site::Context& c, ProposalId id) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);
    const auto handles = c.input.list("authors");
    const auto set =
        c.write([&](store::Writer& db) { return set_authors(db, c.viewer, id, handles, c.now); });
    if (!set && set.error().kind == base::ProblemKind::invalid)
        return form_page(c, *proposal, {c.input, set.error()});
    if (!set) return site::problem(c, set.error());
    return site::done(c, address_of(*proposal), "The authors are saved.");
}

} // namespace standards
