// Where a proposal stands and what can be done about it now.
#include "base/text.hpp"
#include "standards/proposals/may.hpp"
#include "standards/proposals/proposal_view.hpp"
#include "standards/proposals/proposal_words.hpp"

#include <algorithm>
#include <array>

namespace standards {
namespace {

using html::Writer;
using parts::Look;
using server::link;

/// The way of a proposal, and where on it this one is.
void stages(Writer& w, Stage now) {
    constexpr std::array way{Stage::idea, Stage::draft, Stage::consultation, Stage::ballot};
    const auto end = now == Stage::not_adopted || now == Stage::withdrawn ? now : Stage::adopted;
    w.put<"<ol class=\"stages\">">();
    for (const auto stage : way)
        w.put<"<li{}{}><span>{}</span></li>">(
            html::Attribute{"class", stage < now && now != Stage::withdrawn
                                         ? std::optional<std::string_view>("past")
                                         : std::nullopt},
            html::Attribute{"aria-current",
                            stage == now ? std::optional<std::string_view>("step") : std::nullopt},
            words_for(stage));
    w.put<"<li{}><span>{}</span></li></ol>">(
        html::Attribute{"aria-current", end == now ? std::optional<std::string_view>("step") : std::nullopt},
        words_for(end));
}

void idea(Writer& w, const site::Context& c, const Proposal& proposal) {
    const auto needed = c.services.endorsements;
    const auto missing = needed - proposal.endorsements;
    if (proposal.endorsements == 0) {
        w.put<"<p>No Center endorses this idea yet. With {} it can become a draft.</p>">(needed);
        return;
    }
    w.put<"<p>{} this idea. ">(base::counted(proposal.endorsements, "Center endorses", "Centers endorse"));
    if (missing > 0)
        w.put<"With {} more it can become a draft.</p>">(missing);
    else
        w.put<"A steward can make it a draft.</p>">();
}

void consultation(Writer& w, const site::Context& c, const Proposal& proposal) {
    w.put<"<p>">();
    if (proposal.takes_comments(c.now)) {
        w.put<"Comments are taken until <strong>{}</strong>.">(
            base::exact_time(*proposal.consultation_closes, c.viewer.zone));
    } else {
        w.put<"The consultation closed on ">();
        parts::date(w, c, *proposal.consultation_closes);
        w.put<".">();
    }
    w.put<" {} so far">(base::counted(proposal.comments, "comment", "comments"));
    if (proposal.open_comments > 0)
        w.put<"; {} for an answer. A ballot opens only when every comment has one.</p>">(
            base::counted(proposal.open_comments, "waits", "wait"));
    else
        w.put<"{}</p>">(proposal.comments > 0 ? "; every one has its answer." : ".");
}

void ballot(Writer& w, const site::Context& c, const Reading& reading) {
    const bool is_open = !reading.ballots.empty() && c.now < reading.ballots.front().closes;
    w.put<"<p>">();
    if (is_open)
        w.put<"The text is fixed, and the Centers vote on it until <strong>{}</strong>.">(
            [&](Writer& in) { deadline(in, c, reading.ballots.front().closes); });
    else
        w.put<"The vote has closed. Two people certify its result; then it takes effect.">();
    w.put<"</p>">();
}

void sentence(Writer& w, const site::Context& c, const Proposal& proposal, const Reading& reading) {
    switch (proposal.stage) {
    case Stage::idea: idea(w, c, proposal); return;
    case Stage::consultation: consultation(w, c, proposal); return;
    case Stage::ballot: ballot(w, c, reading); return;
    case Stage::adopted:
        if (reading.standard)
            w.put<"<p>This became the standard <a href=\"{}\">{}</a>.</p>">(
                link<"/standards/{}">(*reading.standard), *reading.standard);
        return;
    default: w.put<"<p>{}</p>">(meaning_of(proposal.stage));
    }
}

void endorse_acts(Writer& w, const site::Context& c, const Proposal& proposal, const Reading& reading) {
    if (!may_endorse(c.viewer, proposal)) return;
    const bool endorsed = std::ranges::find(reading.endorsements, c.viewer.center, &Endorsement::center) !=
                          reading.endorsements.end();
    if (endorsed)
        parts::post_button(
            w, c, link<"/standards/proposals/{}/unendorse">(proposal.id),
            {.words = "Your Center endorses it", .look = Look::plain, .icon = "check", .pressed = true});
    else
        parts::post_button(w, c, link<"/standards/proposals/{}/endorse">(proposal.id),
                           {.words = "Endorse it for your Center", .look = Look::main});
}

void consultation_acts(Writer& w, const site::Context& c, const Proposal& proposal, const Reading& reading) {
    const auto comments = link<"/standards/proposals/{}/comments">(proposal.id);
    if (may_comment(c.viewer, proposal, c.now))
        parts::button_link(w, *server::Url::local(comments.text() + "#comment"), "Comment");
    if (proposal.open_comments > 0 && may_dispose(c.viewer, proposal, reading.is_author))
        parts::button_link(w, comments, "Answer the comments", Look::plain);
    if (c.viewer.is_steward() && !proposal.takes_comments(c.now) && proposal.open_comments == 0)
        parts::button_link(w, link<"/standards/proposals/{}/ballots/new">(proposal.id), "Open a ballot …");
}

void acts(Writer& w, const site::Context& c, const Proposal& proposal, const Reading& reading) {
    endorse_acts(w, c, proposal, reading);
    if (proposal.stage == Stage::consultation) consultation_acts(w, c, proposal, reading);
    if (proposal.stage == Stage::ballot && !reading.ballots.empty())
        parts::button_link(w, link<"/ballots/{}">(BallotId{reading.ballots.front().id}), "Go to the ballot");
    const bool is_decided = proposal.stage == Stage::adopted || proposal.stage == Stage::not_adopted;
    if (is_decided && !reading.ballots.empty())
        parts::button_link(w, link<"/ballots/{}">(BallotId{reading.ballots.front().id}), "See the vote",
                           Look::plain);
    if (may_edit(c.viewer, proposal, reading.is_author))
        parts::button_link(w, link<"/standards/proposals/{}/edit">(proposal.id), "Edit the text", Look::plain,
                           "pencil");
    const auto next = next_stages(c.viewer, proposal.stage, reading.is_author);
    if (!next.empty())
        parts::button_link(w, link<"/standards/proposals/{}/stage">(proposal.id),
                           next == std::vector{Stage::withdrawn} ? "Withdraw it …" : "Move it on …",
                           Look::plain);
}

bool has_acts(const site::Context& c, const Proposal& proposal, const Reading& reading) {
    Writer trial;
    acts(trial, c, proposal, reading);
    return !trial.take().empty();
}

} // namespace

void standing_view(Writer& w, const site::Context& c, const Proposal& proposal, const Reading& reading) {
    w.put<"<section class=\"card stack\" aria-label=\"Where it stands\">">();
    stages(w, proposal.stage);
    sentence(w, c, proposal, reading);
    if (reading.has_draft)
        w.put<
            "<p class=\"no-print\">You have an unfinished draft of this text. <a href=\"{}\">Go on writing</a></p>">(
            link<"/standards/proposals/{}/edit">(proposal.id));
    if (has_acts(c, proposal, reading))
        w.put<"<div class=\"acts no-print\">{}</div>">([&](Writer& in) { acts(in, c, proposal, reading); });
    w.put<"</section>">();
}

} // namespace standards
