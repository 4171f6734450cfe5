#include "base/text.hpp"
#include "standards/ballots/ballot_page.hpp"
#include "standards/ballots/ballot_words.hpp"

namespace standards {
namespace {

using html::Writer;
using server::link;

std::vector<parts::Option> choices() {
    return {{"approve", "Approve", "Adopt it as it stands."},
            {"approve_with_comments", "Approve with comments",
             "Adopt it; write below what to think of next time."},
            {"decline", "Decline", "Do not adopt it; write below why."},
            {"abstain", "Abstain", "Counts for the quorum, not for or against."},
            {"recuse", "Recuse",
             "Take no part, because of an interest of your own; write below which. Your seat "
             "then leaves the quorum."}};
}

void tiny_warning(Writer& w, const Ballot& ballot) {
    if (ballot.secrecy != Secrecy::secret || ballot.seats >= tiny_electorate) return;
    parts::notice(w, parts::Tone::care, [&](Writer& in) {
        in.put<
            "<p><strong>Only {} {}.</strong> The ballot is secret, but in so small a circle the result, or a "
            "reason in your own words, may let others guess how you voted.</p>">(
            ballot.seats, ballot.seats == 1 ? "seat votes" : "seats vote");
    });
}

/// What the seat has voted so far.
void own_part(Writer& w, const BallotPage& page) {
    const auto& own = *page.own;
    if (!own.took_part) return;
    if (!own.vote) {
        parts::notice(w, parts::Tone::bad, [](Writer& in) {
            in.put<"<p>The key of this secret ballot is missing on the server: votes can be neither read nor "
                   "taken. Tell the administrator. At its close the ballot is declared void.</p>">();
        });
        return;
    }
    parts::notice(w, parts::Tone::good, [&](Writer& in) {
        in.put<"<p>{} has voted: <strong>{}</strong>. You can change it until the close; only the last vote "
               "counts.</p>">(own.name, words_for(own.vote->choice));
        if (own.tracker.empty()) return;
        in.put<
            "<p>Your tracker: <code class=\"tracker\">{}</code></p><p>Write it down now. After the close the "
            "votes are listed by tracker, so that you can see that yours was counted; nobody can look it up "
            "for you, because the key is destroyed then. Show it to nobody who must not know your "
            "vote.</p>">(own.tracker);
    });
}

void form(Writer& w, const site::Context& c, const BallotPage& page) {
    const auto options = choices();
    parts::form(
        w, c, link<"/ballots/{}/vote">(page.ballot.id), {.classes = "card"}, page.form, [&](Writer& in) {
            parts::radio_group(
                in, page.form,
                {.name = "choice", .label = "The vote of " + page.own->name, .options = options});
            parts::text_area(
                in, page.form,
                {.name = "reason",
                 .label = "Comments or reason",
                 .hint = "Needed to approve with comments, to decline and to recuse. Everybody reads it "
                         "after the close, also without an account. At most 2,000 characters.",
                 .optional = true,
                 .size = "short"});
            parts::acts(in, [&](Writer& acts) {
                parts::submit(acts, {.words = page.own->took_part ? "Change the vote" : "Cast the vote"});
            });
        });
}

} // namespace

void vote_view(Writer& w, const site::Context& c, const BallotPage& page) {
    const auto& ballot = page.ballot;
    w.put<
        "<div class=\"stack-wide\"><p class=\"lede\">You vote on <a href=\"{}\">revision {} of this proposal</a>, "
        "exactly as it stands there. The ballot closes ">(
        link<"/standards/proposals/{}/revisions/{}">(ballot.proposal, ballot.revision), ballot.revision);
    w.put<"<strong>{}</strong>; no result is known to anybody before.</p>">(
        base::exact_time(ballot.closes, c.viewer.zone));
    if (!page.own) {
        w.put<"<p>You do not speak for a seat in this ballot. {}</p></div>">(
            ballot.electorate == Electorate::centers
                ? "A Center’s vote is cast by its delegate or an alternate; Centers that came after the opening "
                  "have no seat."
                : "The members of Centers at the opening have a seat.");
        return;
    }
    w.put<"<p>You can change the vote until then. {}</p>">(
        ballot.secrecy == Secrecy::secret
            ? "Afterwards everybody sees who took part, and nobody who voted how."
            : "Afterwards everybody sees how each seat voted, also without an account.");
    tiny_warning(w, ballot);
    own_part(w, page);
    form(w, c, page);
    w.put<"</div>">();
}

} // namespace standards
