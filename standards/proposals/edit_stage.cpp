#include "standards/local_time.hpp"
#include "standards/proposals/acts.hpp"
#include "standards/proposals/handlers.hpp"
#include "standards/proposals/may.hpp"
#include "standards/proposals/proposal_view.hpp"
#include "standards/proposals/proposal_words.hpp"
#include "standards/proposals/stage_input.hpp"

#include <algorithm>

namespace standards {
namespace {

using html::Writer;

/// That a consultation is open for, where the steward says nothing else.
constexpr int usual_days = 30;

std::string act_words(Stage from, Stage to) {
    if (to == Stage::consultation) return from == to ? "Take comments for longer" : "Open the consultation";
    if (to == Stage::withdrawn) return "Withdraw it";
    return from == Stage::idea ? "Make it a draft" : "Back to the draft";
}

std::string act_hint(Stage from, Stage to) {
    if (to == Stage::consultation)
        return from == to ? "Until the day below. What was said so far stays."
                          : "Everybody may comment until the day below.";
    if (to == Stage::withdrawn) return "It stays readable with your reason, and nobody works on it any more.";
    if (from == Stage::consultation) return "No more comments are taken; the authors go on with the text.";
    return "The authors go on with the text until it is ready for everybody's comments.";
}

void fields(Writer& w, const Proposal& proposal, const std::vector<Stage>& next, const parts::State& state) {
    std::vector<parts::Option> options;
    for (const auto stage : next)
        options.push_back({std::string(base::enum_text(stage)), act_words(proposal.stage, stage),
                           act_hint(proposal.stage, stage)});
    parts::radio_group(w, state, {.name = "to", .label = "What happens now?", .options = options});
    if (std::ranges::find(next, Stage::consultation) != next.end())
        parts::text_field(
            w, state,
            {.name = "consultation_closes",
             .label = "Last day for comments",
             .hint = "For a consultation. Comments are taken until 5 PM of that day, your time; thirty "
                     "days are usual.",
             .type = "date",
             .look = "brief"});
    parts::text_area(w, state,
                     {.name = "reason",
                      .label = "Reason",
                      .hint = "Shown on the timeline with your name.",
                      .size = "short"});
    parts::acts(w, [&](Writer& row) {
        parts::submit(row, {.words = "Do it"});
        parts::button_link(row, address_of(proposal), "Cancel", parts::Look::quiet);
    });
}

server::Response form_page(const site::Context& c, const Proposal& proposal, const parts::State& state) {
    const auto next = next_stages(c.viewer, proposal.stage, is_author(c.db, proposal.id, c.viewer.id));
    const site::Frame frame{.title = "Move “" + proposal.title + "” on",
                            .section = "standards",
                            .crumbs = way_below(proposal),
                            .width = "narrow"};
    return site::page(
        c, frame,
        [&](Writer& w) {
            parts::page_head(w, frame.title,
                             std::string("It stands at: ") + std::string(words_for(proposal.stage)) + ".");
            parts::form(w, c, server::link<"/standards/proposals/{}/stage">(proposal.id), {}, state,
                        [&](Writer& in) { fields(in, proposal, next, state); });
        },
        state.problem ? site::status_of(state.problem->kind) : 200);
}

} // namespace

server::Response show_stage(site::Context& c, ProposalId id) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);
    const bool author = is_author(c.db, id, c.viewer.id);
    const auto next = next_stages(c.viewer, proposal->stage, author);
    if (next.empty() && !c.viewer.is_steward() && !author)
        return site::problem(c, base::ProblemKind::not_allowed, "Stewards move a proposal on.");
    if (next.empty())
        return site::problem(c, base::ProblemKind::conflict,
                             "No step is open from where this proposal stands.");
    parts::State state;
    state.values.add("consultation_closes", day_ahead(c.now, usual_days));
    if (next.size() == 1) state.values.add("to", base::enum_text(next.front()));
    return form_page(c, *proposal, state);
}

server::Response post_stage(site::Context& c, ProposalId id) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);
    const auto change = read_stage_change(c);
    const auto changed =
        change ? c.write([&](store::Writer& db) { return change_stage(db, c.viewer, id, *change, c.now); })
               : base::Result<>(base::fail(change.error()));
    if (!changed && changed.error().kind != base::ProblemKind::not_allowed)
        return form_page(c, *proposal, {c.input, changed.error()});
    if (!changed) return site::problem(c, changed.error());
    return site::done(c, address_of(*proposal), "Done. Those who watch it are told.");
}

} // namespace standards
