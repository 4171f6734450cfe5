#include "base/text.hpp"
#include "site/layout.hpp"
#include "site/parts.hpp"
#include "standards/ballots/ballot_words.hpp"
#include "standards/ballots/handlers.hpp"

namespace standards {
namespace {

using html::Writer;
using server::link;

constexpr int most_shown = 200;

void ballot_row(Writer& w, const site::Context& c, const Ballot& ballot) {
    parts::row(w, {.title = ballot.title, .where = link<"/ballots/{}">(ballot.id), .meta = [&](Writer& in) {
                       const auto state = state_of(ballot);
                       parts::badge(in, words_for(state), tone_of(state));
                       if (ballot.settled_at && !ballot.voided_at)
                           parts::badge(in, ballot.adopted ? "Adopted" : "Not adopted");
                       in.put<"<span>{}, {}</span><span>{} ">(words_for(ballot.secrecy),
                                                              base::counted(ballot.seats, "seat", "seats"),
                                                              ballot.settled_at ? "closed" : "closes");
                       parts::when(in, c, ballot.closes);
                       in.put<"</span>">();
                   }});
}

void rows(Writer& w, const site::Context& c, std::string_view title, const std::vector<Ballot>& ballots,
          bool waiting) {
    if (ballots.empty()) return;
    parts::list(w, {.title = title, .waiting = waiting}, [&](Writer& in) {
        for (const auto& ballot : ballots)
            ballot_row(in, c, ballot);
    });
}

} // namespace

server::Response show_ballots(site::Context& c) {
    const auto waiting = ballots_waiting_for(c.db, c.viewer, c.now);
    const auto all = list_ballots(c.db, most_shown);
    return site::page(
        c, {.title = "Ballots", .section = "standards", .crumbs = {{"Standards", link<"/standards">()}}},
        [&](Writer& w) {
            parts::page_head(w, "Ballots",
                             "Votes on the exact text of a proposal, by a rule that "
                             "is fixed before the first vote.");
            rows(w, c, "Waiting for your vote", waiting.to_vote, true);
            rows(w, c, "Waiting for you to certify", waiting.to_certify, true);
            rows(w, c, "All ballots", all, false);
            if (all.empty())
                parts::empty(w, "check", "No ballot yet",
                             "When a proposal has been through its consultation, a steward opens "
                             "one.");
        });
}

} // namespace standards
