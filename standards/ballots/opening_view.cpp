#include "standards/ballots/opening_view.hpp"

#include "base/text.hpp"
#include "site/layout.hpp"
#include "standards/ballots/ballot_store.hpp"
#include "standards/ballots/ballot_words.hpp"
#include "standards/ballots/may.hpp"
#include "standards/proposals/proposal_text.hpp"

namespace standards {
namespace {

using html::Writer;
using server::link;

struct Electorates {
    int centers;
    int members;
    std::vector<std::string> without_delegate;
};

void warnings(Writer& w, const Electorates& electorates) {
    if (std::min(electorates.centers, electorates.members) < tiny_electorate)
        parts::notice(w, parts::Tone::care, [&](Writer& in) {
            in.put<
                "<p><strong>Few seats.</strong> There are {} and {} with a seat. With fewer than {} seats a "
                "secret ballot hardly hides anybody: a roll call is more honest.</p>">(
                base::counted(electorates.centers, "Center", "Centers"),
                base::counted(electorates.members, "member", "members"), tiny_electorate);
        });
    if (!electorates.without_delegate.empty())
        parts::notice(w, parts::Tone::care, [&](Writer& in) {
            in.put<
                "<p><strong>{} nobody who could vote.</strong> They have a seat all the same, which counts for "
                "the quorum: {}.</p>">(
                base::counted(static_cast<std::int64_t>(electorates.without_delegate.size()),
                              "Center has named", "Centers have named"),
                base::join(electorates.without_delegate, "; "));
        });
}

void electorate_fields(Writer& w, const parts::State& state, const Electorates& electorates) {
    const std::vector<parts::Option> seats{
        {"centers", "One seat a Center",
         base::counted(electorates.centers, "Center", "Centers") +
             " with an open account; the delegate or an alternate votes"},
        {"members", "One seat a member",
         base::counted(electorates.members, "member", "members") + " of Centers"}};
    parts::radio_group(w, state, {.name = "electorate", .label = "Who votes", .options = seats});
    static const std::vector<parts::Option> secrecy{
        {"secret", "Secret", "Who took part is known, who voted what never. Votes are listed by tracker."},
        {"open", "Roll call", "After the close everybody sees how each seat voted."}};
    parts::radio_group(w, state, {.name = "secrecy", .label = "How votes are cast", .options = secrecy});
}

void rule_fields(Writer& w, const parts::State& state) {
    static const std::vector<parts::Option> approvals{
        {"majority", "A majority", "More than half of the votes for or against"},
        {"two_thirds", "Two thirds", "At least two thirds of them"},
        {"three_quarters", "Three quarters", "At least three quarters of them"},
        {"consensus", "Consensus", "No decline"}};
    parts::radio_group(w, state, {.name = "approval", .label = "What adopts it", .options = approvals});
    static const std::vector<parts::Option> quorums{{"at least 1/4", "A quarter of the seats"},
                                                    {"at least 1/3", "A third of the seats"},
                                                    {"at least 1/2", "Half of the seats"},
                                                    {"more than 1/2", "More than half of the seats"},
                                                    {"at least 2/3", "Two thirds of the seats"},
                                                    {"at least 3/4", "Three quarters of the seats"},
                                                    {"at least 1/1", "All seats"}};
    parts::select_field(
        w, state,
        {.name = "quorum",
         .label = "Quorum",
         .options = quorums,
         .hint = "How many must take part. Abstentions count; seats that recuse are left out."});
}

void form(Writer& w, const site::Context& c, const Proposal& proposal, const parts::State& state,
          const Electorates& electorates) {
    parts::form(
        w, c, link<"/standards/proposals/{}/ballots">(proposal.id), {.classes = "card"}, state,
        [&](Writer& in) {
            parts::hidden_field(in, "revision", state.value("revision"));
            electorate_fields(in, state, electorates);
            rule_fields(in, state);
            parts::text_field(in, state,
                              {.name = "closes_day",
                               .label = "Closes on",
                               .hint = "From an hour to 90 days ahead. It never ends early.",
                               .type = "date",
                               .look = "brief"});
            parts::text_field(in, state,
                              {.name = "closes_time",
                               .label = "At",
                               .hint = "On your own clock; the others see theirs.",
                               .type = "time",
                               .look = "brief"});
            in.put<"<h2>Zero report</h2><p>Before the opening this ballot has 0 votes: approve 0, approve "
                   "with comments 0, decline 0, abstain 0, recuse 0. The opening writes this into the "
                   "ledger.</p><p>Nobody can change these terms after the opening, and the public record "
                   "will name every seat.</p>">();
            parts::acts(in, [](Writer& acts) { parts::submit(acts, {.words = "Open the ballot"}); });
        });
}

} // namespace

server::Response show_opening(site::Context& c, const Proposal& proposal, const parts::State& state,
                              int status) {
    const auto revision = revisions::newest(c.db, proposal.text);
    const auto text = read_text(revision.body);
    const auto why = why_no_ballot(proposal, text && !text->clauses.empty(), c.now);
    const Electorates electorates{count_seats(c.db, Electorate::centers),
                                  count_seats(c.db, Electorate::members), centers_without_delegate(c.db)};
    return site::page(
        c,
        {.title = "Open a ballot",
         .section = "standards",
         .crumbs = {{"Standards", link<"/standards">()},
                    {proposal.title, link<"/standards/proposals/{}">(proposal.id)}},
         .width = "narrow"},
        [&](Writer& w) {
            parts::page_head(w, "Open a ballot",
                             "On “" + proposal.title + "”, revision " + std::string(state.value("revision")) +
                                 ", exactly as it stands.");
            if (!why.empty()) {
                parts::notice(w, parts::Tone::care, [&](Writer& in) { in.put<"<p>{}</p>">(why); });
                return;
            }
            w.put<"<div class=\"stack-wide\">">();
            warnings(w, electorates);
            form(w, c, proposal, state, electorates);
            w.put<"</div>">();
        },
        status);
}

} // namespace standards
