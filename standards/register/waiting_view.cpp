#include "base/near_day.hpp"
#include "base/text.hpp"
#include "standards/register/register_view.hpp"

namespace standards {
namespace {

using html::Writer;
using server::link;

/// "Closes Friday", with the exact time on hover.
void closes(Writer& w, const site::Context& c, base::Time at) {
    w.put<"<span class=\"due\">Closes <time datetime=\"{}\" title=\"{}\">{}</time></span>">(
        base::iso_time(at), base::exact_time(at, c.viewer.zone), base::near_day(at, c.now, c.viewer.zone));
}

void vote_row(Writer& w, const site::Context& c, const Ballot& ballot) {
    const bool of_center = ballot.electorate == Electorate::centers;
    const auto title = (of_center ? "Your Center has not voted: " : "You have not voted: ") + ballot.title;
    parts::row(w, {.title = title, .where = link<"/ballots/{}">(ballot.id), .meta = [&](Writer& in) {
                       closes(in, c, ballot.closes);
                       in.put<"<span>{} ballot</span>">(ballot.secrecy == Secrecy::secret ? "Secret"
                                                                                          : "Roll call");
                   }});
}

void certify_row(Writer& w, const site::Context& c, const Ballot& ballot) {
    parts::row(w, {.title = "A result waits to be certified: " + ballot.title,
                   .where = link<"/ballots/{}">(ballot.id),
                   .text = "Two people look at the count and certify it; then it takes effect.",
                   .meta = [&](Writer& in) {
                       in.put<"<span>Closed ">();
                       parts::when(in, c, ballot.closes);
                       in.put<"</span>">();
                   }});
}

void consultation_row(Writer& w, const site::Context& c, const Proposal& proposal) {
    parts::row(w, {.title = "Your Center has said nothing yet on: " + proposal.title,
                   .where = link<"/standards/proposals/{}">(proposal.id),
                   .meta = [&](Writer& in) {
                       if (proposal.consultation_closes) closes(in, c, *proposal.consultation_closes);
                       in.put<"<span>{}</span>">(base::counted(proposal.comments, "comment", "comments"));
                   }});
}

void undisposed_row(Writer& w, const Proposal& proposal) {
    parts::row(w, {.title = "Comments wait for an answer: " + proposal.title,
                   .where = link<"/standards/proposals/{}/comments">(proposal.id),
                   .meta = [&](Writer& in) {
                       in.put<"<span>{} open</span>">(
                           base::counted(proposal.open_comments, "comment", "comments"));
                   }});
}

} // namespace

void waiting_rows(Writer& w, const site::Context& c, const BallotWaiting& ballots,
                  const ProposalWaiting& proposals) {
    for (const auto& ballot : ballots.to_vote)
        vote_row(w, c, ballot);
    for (const auto& ballot : ballots.to_certify)
        certify_row(w, c, ballot);
    for (const auto& proposal : proposals.consultations)
        consultation_row(w, c, proposal);
    for (const auto& proposal : proposals.undisposed)
        undisposed_row(w, proposal);
}

} // namespace standards
