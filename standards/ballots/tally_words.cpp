#include "standards/ballots/tally.hpp"

namespace standards {
namespace {

std::string part_of(std::int64_t part, std::int64_t whole) {
    return std::to_string(part) + " of " + std::to_string(whole) + (whole == 1 ? " seat" : " seats");
}

std::string were_needed(std::int64_t number) {
    return std::to_string(number) + (number == 1 ? " was needed" : " were needed");
}

std::string about_approval(const Result& result) {
    if (result.decided == 0) return " No seat voted for or against.";
    return " Of " + std::to_string(result.decided) + (result.decided == 1 ? " vote" : " votes") +
           " for or against, " + std::to_string(result.approved) + " approved; " +
           were_needed(result.approval_needed) + " for " + name(result.rule.approval) + ".";
}

std::string_view verdict(Reason reason) {
    switch (reason) {
    case Reason::enough_approved: return " Adopted.";
    case Reason::too_few_took_part: return " Not adopted: too few seats took part.";
    case Reason::no_vote_for_or_against: return " Not adopted: nobody decided.";
    case Reason::too_few_approved: break;
    }
    return " Not adopted: too few approved.";
}

} // namespace

std::string words(const Result& result) {
    std::string text;
    if (result.counts.recuse > 0)
        text = part_of(result.counts.recuse, result.seats) + " recused, which leaves " +
               std::to_string(result.base) + ". ";
    text += part_of(result.took_part, result.base) + " took part; " + were_needed(result.quorum_needed) + ".";
    if (result.counts.abstain > 0) text += " " + std::to_string(result.counts.abstain) + " abstained.";
    text += about_approval(result);
    return text.append(verdict(result.reason));
}

} // namespace standards
