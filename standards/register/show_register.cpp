#include "standards/ballots/settling.hpp"
#include "standards/register/handlers.hpp"
#include "standards/register/public_answer.hpp"
#include "standards/register/register_view.hpp"

namespace standards {
namespace {

constexpr int most_of_a_stage = 10;

/// What is in the making, the furthest first.
std::vector<Proposal> in_the_making(store::Reader& db) {
    std::vector<Proposal> making;
    for (const auto stage : {Stage::ballot, Stage::consultation, Stage::draft, Stage::idea})
        for (auto& proposal : list_proposals(db, stage, most_of_a_stage))
            making.push_back(std::move(proposal));
    return making;
}

void read_for_member(site::Context& c, Register& all) {
    settle_first(c);
    all.ballots = ballots_waiting_for(c.db, c.viewer, c.now);
    all.proposals = proposals_waiting_for(c.db, c.viewer, c.now);
    all.making = in_the_making(c.db);
    for (const auto& proposal : all.making) {
        if (proposal.stage != Stage::ballot) continue;
        for (auto& ballot : ballots_of(c.db, proposal.id))
            if (ballot.is_open(c.now)) all.open.emplace(proposal.id, std::move(ballot));
    }
    if (!c.viewer.center) return;
    for (const auto& own : adoptions_of_center(c.db, c.viewer.center))
        all.adopted.emplace(own.standard, own);
}

} // namespace

server::Response show_register(site::Context& c) {
    Register all{.standards = list_standards(c.db)};
    if (c.viewer.signed_in()) read_for_member(c, all);
    return for_everybody(c, site::page(c, {.title = "Standards", .section = "standards"},
                                       [&](html::Writer& w) { register_view(w, c, all); }));
}

} // namespace standards
