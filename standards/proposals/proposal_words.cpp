#include "standards/proposals/proposal_words.hpp"

#include "base/near_day.hpp"

#include <algorithm>

namespace standards {

std::string_view words_for(Stage stage) {
    switch (stage) {
    case Stage::idea: return "Idea";
    case Stage::draft: return "Draft";
    case Stage::consultation: return "Consultation";
    case Stage::ballot: return "Ballot";
    case Stage::adopted: return "Adopted";
    case Stage::not_adopted: return "Not adopted";
    case Stage::withdrawn: return "Withdrawn";
    }
    return "";
}

parts::Tone tone_of(Stage stage) {
    switch (stage) {
    case Stage::consultation:
    case Stage::ballot: return parts::Tone::civic;
    case Stage::adopted: return parts::Tone::good;
    case Stage::not_adopted:
    case Stage::withdrawn: return parts::Tone::care;
    default: return parts::Tone::plain;
    }
}

std::string_view meaning_of(Stage stage) {
    switch (stage) {
    case Stage::idea: return "Somebody wants a standard. Centers that want it too endorse it.";
    case Stage::draft: return "The authors work on the text until it is ready for everybody's comments.";
    case Stage::consultation: return "Everybody may comment until it closes; each comment gets an answer.";
    case Stage::ballot: return "The text is fixed, and the vote on it is open or being certified.";
    case Stage::adopted: return "It was adopted and stands in the register.";
    case Stage::not_adopted: return "The vote did not adopt it. It can become a draft again.";
    case Stage::withdrawn: return "It was taken out. It stays readable with its reasons.";
    }
    return "";
}

std::string_view words_for(Disposition disposition) {
    switch (disposition) {
    case Disposition::accepted: return "Accepted";
    case Disposition::accepted_in_part: return "Accepted in part";
    case Disposition::declined: return "Declined";
    case Disposition::out_of_scope: return "Out of scope";
    }
    return "";
}

parts::Tone tone_of(Disposition disposition) {
    switch (disposition) {
    case Disposition::accepted:
    case Disposition::accepted_in_part: return parts::Tone::good;
    default: return parts::Tone::plain;
    }
}

std::string clause_name(const ProposalText& text, std::string_view clause) {
    if (clause.empty()) return "The whole proposal";
    const auto found = std::ranges::find(text.clauses, clause, &Clause::id);
    if (found == text.clauses.end()) return {};
    return "Clause " + std::to_string(found - text.clauses.begin() + 1) + ": " + found->heading;
}

void deadline(parts::Writer& w, const parts::Context& c, base::Time at) {
    w.put<"<time datetime=\"{}\" title=\"{}\">{}</time>">(
        base::iso_time(at), base::exact_time(at, c.viewer.zone), base::near_day(at, c.now, c.viewer.zone));
}

} // namespace standards
