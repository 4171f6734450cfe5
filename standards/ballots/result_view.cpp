#include "base/text.hpp"
#include "standards/ballots/ballot_page.hpp"
#include "standards/ballots/ballot_words.hpp"

namespace standards {
namespace {

using html::Writer;
using server::link;

void counts_table(Writer& w, const Result& result) {
    const auto row = [&](std::string_view what, std::int64_t number) {
        w.put<"<tr><th scope=\"row\">{}</th><td class=\"numbers\">{}</td></tr>">(what, number);
    };
    w.put<"<div class=\"data-frame\" tabindex=\"0\" role=\"region\" aria-labelledby=\"counts\">"
          "<table class=\"data\"><caption id=\"counts\">The count</caption><tbody>">();
    row("Approve", result.counts.approve);
    row("Approve with comments", result.counts.approve_with_comments);
    row("Decline", result.counts.decline);
    row("Abstain", result.counts.abstain);
    row("Recuse", result.counts.recuse);
    row("No vote", result.base - result.took_part);
    row("Seats", result.seats);
    w.put<"</tbody></table></div>">();
}

void warnings(Writer& w, const Ballot& ballot, const Result& result) {
    if (ballot.secrecy != Secrecy::secret) return;
    const bool alike = is_unanimous(result.counts);
    if (!alike && ballot.seats >= tiny_electorate) return;
    parts::notice(w, parts::Tone::care, [&](Writer& in) {
        if (alike)
            in.put<
                "<p>The ballot was secret, but all who voted voted alike: the result tells how each of them "
                "voted.</p>">();
        else
            in.put<
                "<p>The ballot was secret, but only {} seats could vote: the result may let others guess how "
                "some of them voted.</p>">(ballot.seats);
    });
}

void certify_form(Writer& w, const site::Context& c, const Ballot& ballot) {
    w.put<"<p>By certifying you say: the votes below, counted by the rule, give this result, and you know of "
          "nothing that went wrong.</p>">();
    parts::post_button(w, c, link<"/ballots/{}/certify">(ballot.id),
                       {.words = "Certify the result", .look = parts::Look::main, .icon = "check"});
}

void certified_by(Writer& w, const site::Context& c, const BallotPage& page) {
    if (!c.viewer.signed_in()) return w.put<"two people who did not propose it">();
    for (std::size_t i = 0; i < page.certifiers.size(); ++i)
        w.put<"{}<a href=\"{}\">{}</a>">(i > 0 ? " and " : "", link<"/members/{}">(page.certifiers[i].handle),
                                         page.certifiers[i].name);
}

void certification(Writer& w, const site::Context& c, const BallotPage& page) {
    const auto& ballot = page.ballot;
    w.put<"<section class=\"stack\" id=\"certification\"><h2>Certification</h2>">();
    if (ballot.certified_at) {
        w.put<"<p>Certified by ">();
        certified_by(w, c, page);
        w.put<" on ">();
        parts::date(w, c, *ballot.certified_at);
        w.put<
            ". <a href=\"{}\">The public record</a> is one file with everything that is needed to count again: "
            "save it and run <code>cohort verify ballot-{}.json</code>, or count with a program of your own "
            "(Cohort’s docs/recount.md says how).</p>">(link<"/ballots/{}/record">(ballot.id), ballot.id);
    } else if (!ballot.voided_at) {
        w.put<"<p>The result takes effect when two people who did not propose it have certified it. ">();
        if (page.certifiers.empty()) {
            w.put<"Nobody has yet.</p>">();
        } else {
            certified_by(w, c, page);
            w.put<" has certified it; one more is needed.</p>">();
        }
        if (page.may_certify) certify_form(w, c, ballot);
    }
    w.put<"</section>">();
}

void vote_row(Writer& w, std::string_view who, Choice choice, const std::string& reason, bool is_tracker) {
    if (is_tracker)
        w.put<"<tr><th scope=\"row\"><code class=\"tracker\">{}</code></th><td>{}</td><td class=\"reason\">{}"
              "</td></tr>">(who, words_for(choice), reason);
    else
        w.put<"<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"reason\">{}</td></tr>">(
            who, words_for(choice), reason);
}

/// Seats in their order, each with its vote or none. A member's name is for members.
void roll_call(Writer& w, const site::Context& c, const BallotPage& page) {
    const auto& votes = page.votes;
    const bool named = c.viewer.signed_in() || page.ballot.electorate == Electorate::centers;
    auto vote = votes.open_votes.begin();
    for (const auto& seat : votes.electorate) {
        const auto name = named ? seat.name : "Seat " + std::to_string(seat.seat);
        if (vote != votes.open_votes.end() && vote->seat == seat.seat) {
            vote_row(w, name, vote->choice, vote->reason, false);
            ++vote;
        } else {
            w.put<"<tr><th scope=\"row\">{}</th><td>No vote</td><td></td></tr>">(name);
        }
    }
}

void votes_table(Writer& w, const site::Context& c, const BallotPage& page) {
    const bool secret = page.ballot.secrecy == Secrecy::secret;
    w.put<"<section class=\"stack\" id=\"votes\"><h2>The votes</h2>">();
    if (secret)
        w.put<
            "<p>In the order of their trackers, which says nothing of when and by whom they were cast. The key "
            "that led from seats to trackers is destroyed. Your tracker is the one that you wrote down while "
            "the ballot was open.</p>">();
    w.put<"<div class=\"data-frame\" tabindex=\"0\" role=\"region\" aria-labelledby=\"all-votes\">"
          "<table class=\"data\"><caption id=\"all-votes\">{}</caption><thead><tr><th scope=\"col\">{}</th>"
          "<th scope=\"col\">Vote</th><th scope=\"col\">Comments or reason</th></tr></thead><tbody>">(
        secret ? "Votes by tracker" : "Roll call", secret ? "Tracker" : "Seat");
    if (secret)
        for (const auto& vote : page.votes.secret_votes)
            vote_row(w, vote.tracker, vote.choice, vote.reason, true);
    else
        roll_call(w, c, page);
    w.put<"</tbody></table></div></section>">();
}

} // namespace

void result_view(Writer& w, const site::Context& c, const BallotPage& page) {
    const auto& result = *page.result;
    w.put<
        "<div class=\"stack-wide\"><section class=\"stack\" id=\"result\"><h2>{}</h2><p class=\"lede\">{}</p>">(
        page.ballot.voided_at ? "The result that was declared" : "Result", words(result));
    warnings(w, page.ballot, result);
    counts_table(w, result);
    w.put<"</section>">();
    certification(w, c, page);
    votes_table(w, c, page);
    w.put<"</div>">();
}

} // namespace standards
