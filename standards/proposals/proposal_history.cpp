#include "notices/see.hpp"
#include "standards/proposals/acts.hpp"
#include "standards/proposals/handlers.hpp"
#include "standards/proposals/proposal_view.hpp"

namespace standards {
namespace {

server::Response part_of_record(const site::Context& c) {
    return site::problem(
        c, base::ProblemKind::conflict,
        "A ballot was held on this revision: it is part of a public record and stays as it is.");
}

} // namespace

server::Response show_proposal_history(site::Context& c, ProposalId id) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);
    notices::see(c, address_of(*proposal).text() + "/history");
    return revisions::show_history(c, chain_of(c, *proposal));
}

server::Response show_proposal_revision(site::Context& c, ProposalId id, int number) {
    const auto proposal = find_proposal(c.db, id);
    return proposal ? revisions::show_revision(c, chain_of(c, *proposal), number) : no_such_proposal(c);
}

server::Response show_proposal_compare(site::Context& c, ProposalId id) {
    const auto proposal = find_proposal(c.db, id);
    return proposal ? revisions::show_compare(c, chain_of(c, *proposal)) : no_such_proposal(c);
}

server::Response show_redact_proposal(site::Context& c, ProposalId id, int number) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);
    if (is_balloted(c.db, id, number)) return part_of_record(c);
    return revisions::show_redact(c, chain_of(c, *proposal), number);
}

server::Response post_redact_proposal(site::Context& c, ProposalId id, int number) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);
    if (is_balloted(c.db, id, number)) return part_of_record(c);
    return revisions::redact_revision(c, chain_of(c, *proposal), number);
}

server::Response post_restore_proposal(site::Context& c, ProposalId id) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);
    const auto number = c.input.number("revision").value_or(0);
    const auto old = number >= 1 && number <= proposal->revision
                         ? revisions::find_revision(c.db, proposal->text, static_cast<int>(number))
                         : std::nullopt;
    if (!old) return site::not_found(c, "This text has no such revision.");
    if (old->redacted_at)
        return site::problem(c, base::ProblemKind::gone, "This revision was emptied and cannot come back.");
    const NewProposal mine{
        .title = old->title, .body = old->body, .summary = "Brings back revision " + std::to_string(number)};
    const auto saved = c.write(
        [&](store::Writer& db) { return save_proposal(db, c.viewer, id, proposal->revision, mine, c.now); });
    if (!saved) return site::problem(c, saved.error());
    return site::done(c, address_of(*proposal),
                      "The text of revision " + std::to_string(number) + " is back.");
}

} // namespace standards
