#include "site/layout.hpp"
#include "standards/ballots/handlers.hpp"
#include "standards/ballots/may.hpp"
#include "standards/ballots/opening_input.hpp"
#include "standards/ballots/opening_view.hpp"
#include "standards/local_time.hpp"
#include "standards/proposals/proposal_text.hpp"

namespace standards {
namespace {

using server::link;

constexpr int days_by_default = 14;

server::Response not_allowed(const site::Context& c) {
    return site::problem(c, base::ProblemKind::not_allowed, "Stewards open ballots.");
}

server::Fields defaults(const site::Context& c, const Proposal& proposal) {
    server::Fields values;
    values.add("revision", std::to_string(proposal.revision));
    values.add("electorate", "centers");
    values.add("secrecy", "secret");
    values.add("approval", "two_thirds");
    values.add("quorum", "at least 1/2");
    values.add("closes_day", day_ahead(c.now, days_by_default));
    values.add("closes_time", "17:00");
    return values;
}

/// What was sent; where it names no revision, the one that is shown now.
server::Fields kept(const site::Context& c, const Proposal& proposal) {
    auto values = c.input;
    if (!values.has("revision")) values.add("revision", std::to_string(proposal.revision));
    return values;
}

/// The form names the close by two fields.
base::Problem at_form_fields(base::Problem problem) {
    for (auto& fault : problem.fields)
        if (fault.field == "closes") fault.field = "closes_day";
    return problem;
}

} // namespace

server::Response show_new_ballot(site::Context& c, ProposalId id) {
    if (!may_open_ballot(c.viewer)) return not_allowed(c);
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return site::not_found(c, "There is no such proposal.");
    return show_opening(c, *proposal, {defaults(c, *proposal)});
}

server::Response post_ballot(site::Context& c, ProposalId id) {
    if (!may_open_ballot(c.viewer)) return not_allowed(c);
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return site::not_found(c, "There is no such proposal.");
    const auto refuse = [&](const base::Problem& problem) {
        return problem.kind == base::ProblemKind::invalid
                   ? show_opening(c, *proposal, {kept(c, *proposal), at_form_fields(problem)}, 422)
                   : site::problem(c, problem);
    };
    const auto opening = read_opening(c);
    if (!opening) return refuse(opening.error());
    const BallotKeys keys(c.services.database.file());
    const auto opened = c.write([&](store::Writer& db) {
        return open_ballot(db, keys, c.services.random, c.viewer, id, *opening, c.now);
    });
    if (!opened) return refuse(opened.error());
    return site::done(c, link<"/ballots/{}">(*opened), "The ballot is open.");
}

} // namespace standards
