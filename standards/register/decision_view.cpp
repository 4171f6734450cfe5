#include "base/text.hpp"
#include "standards/proposals/proposal_words.hpp"
#include "standards/register/public_text.hpp"
#include "standards/register/standard_view.hpp"
#include "standards/register/words.hpp"

#include <algorithm>

namespace standards {
namespace {

using html::Safe;
using html::Writer;
using server::link;

std::string_view choice_words(Choice choice) {
    switch (choice) {
    case Choice::approve: return "Approved";
    case Choice::approve_with_comments: return "Approved with comments";
    case Choice::decline: return "Declined";
    case Choice::abstain: return "Abstained";
    default: return "Recused";
    }
}

/// The reasons given with one choice; nothing where there are none.
void reasons(Writer& w, const Decision& decision, Choice choice, std::string_view title) {
    const auto is_meant = [&](const PublicVote& vote) {
        return vote.choice == choice && !vote.reason.empty();
    };
    if (std::ranges::none_of(decision.votes, is_meant)) return;
    w.put<"<h3>{}</h3><ul class=\"reasons\">">(title);
    for (const auto& vote : decision.votes) {
        if (!is_meant(vote)) continue;
        w.put<"<li><blockquote><p>{}</p></blockquote>">(vote.reason);
        if (!vote.center.empty()) w.put<"<p class=\"row-meta\"><span>{}</span></p>">(vote.center);
        w.put<"</li>">();
    }
    w.put<"</ul>">();
}

void roll_call(Writer& w, const Decision& decision) {
    const auto is_named = [](const PublicVote& vote) { return !vote.center.empty(); };
    if (std::ranges::none_of(decision.votes, is_named)) return;
    w.put<"<div class=\"data-frame\" tabindex=\"0\" role=\"region\" aria-labelledby=\"roll_call\">"
          "<table class=\"data\"><caption id=\"roll_call\">How each Center voted</caption>"
          "<thead><tr><th scope=\"col\">Center</th><th scope=\"col\">Vote</th></tr></thead><tbody>">();
    for (const auto& vote : decision.votes)
        w.put<"<tr><th scope=\"row\">{}</th><td>{}</td></tr>">(vote.center, choice_words(vote.choice));
    for (const auto& center : decision.absent)
        w.put<"<tr><th scope=\"row\">{}</th><td>No vote</td></tr>">(center);
    w.put<"</tbody></table></div>">();
}

void vote(Writer& w, const site::Context& c, const Decision& decision) {
    const auto& ballot = decision.ballot;
    w.put<"<section id=\"decision\"><h2>How it was decided</h2>">();
    if (decision.result) w.put<"<p>{}</p>">(words(*decision.result));
    w.put<"<p>{} ballot, one seat a {}, closed ">(ballot.secrecy == Secrecy::secret ? "Secret" : "Roll call",
                                                  ballot.electorate == Electorate::centers ? "Center"
                                                                                           : "member");
    parts::date(w, c, ballot.closes);
    if (ballot.certified_at) {
        w.put<", certified ">();
        parts::date(w, c, *ballot.certified_at);
    }
    w.put<". <a href=\"{}\">The ballot</a>, <a href=\"{}\">its public record</a> for anybody to count again."
          "</p>">(link<"/ballots/{}">(ballot.id), link<"/ballots/{}/record">(ballot.id));
    reasons(w, decision, Choice::decline, "Why some declined");
    reasons(w, decision, Choice::approve_with_comments, "What those who approved added");
    roll_call(w, decision);
    w.put<"</section>">();
}

/// By the words of the text that was adopted: readers see no ids, and a clause may have moved since.
void about(Writer& w, const Comment& comment, const ProposalText& text) {
    if (comment.clause.empty()) return w.put<"On the whole">();
    const auto name = clause_name(text, comment.clause);
    if (name.empty()) return w.put<"On a clause that is no longer in the text">();
    w.put<"On <a href=\"{}\">{}</a>">(server::Url::fragment(comment.clause), name);
}

void answered_comment(Writer& w, const Comment& comment, const ProposalText& text, store::Reader& db) {
    const auto prefix = "m" + std::to_string(comment.id.value) + "-";
    w.put<"<li><p class=\"row-meta\"><span>{}</span><span>{}</span></p><div class=\"prose\">{}</div>">(
        [&](Writer& in) { about(in, comment, text); },
        comment.author_center.empty() ? "The program" : comment.author_center,
        Safe::trusted(public_html(db, comment.body, prefix, 4)));
    w.put<"<p><strong>{}.</strong> {}</p></li>">(words_for(*comment.disposition), comment.disposition_reason);
}

void consultation(Writer& w, const Decision& decision, const ProposalText& text, store::Reader& db) {
    if (decision.comments.empty()) return;
    w.put<"<section id=\"consultation\"><h2>What the consultation said</h2>"
          "<details><summary>{} and the answers</summary><ol class=\"answered\">">(
        base::counted(static_cast<std::int64_t>(decision.comments.size()), "comment", "comments"));
    for (const auto& comment : decision.comments)
        answered_comment(w, comment, text, db);
    w.put<"</ol></details></section>">();
}

} // namespace

void decision_view(Writer& w, const site::Context& c, const Decision& decision, const ProposalText& text) {
    vote(w, c, decision);
    consultation(w, decision, text, c.db);
}

} // namespace standards
