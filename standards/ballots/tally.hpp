// The count of a ballot: one pure function on integers, and its arithmetic in words. Abstentions count for
// the quorum and not for the fraction; recusals count for neither and leave the quorum's base.
#pragma once

#include "standards/ballots/rule.hpp"

#include <span>

namespace standards {

enum class Choice { approve, approve_with_comments, decline, abstain, recuse };
constexpr auto enum_names(Choice) {
    return std::array<std::string_view, 5>{"approve", "approve_with_comments", "decline", "abstain",
                                           "recuse"};
}

/// Whether a vote needs a reason (or, where it approves, its comments).
constexpr bool needs_reason(Choice choice) {
    return choice == Choice::approve_with_comments || choice == Choice::decline || choice == Choice::recuse;
}

/// How many votes each choice has.
struct Counts {
    std::int64_t approve = 0;
    std::int64_t approve_with_comments = 0;
    std::int64_t decline = 0;
    std::int64_t abstain = 0;
    std::int64_t recuse = 0;

    bool operator==(const Counts&) const = default;
    Counts& operator+=(const Counts& other);
};

/// Counts votes, in whatever order: one a seat.
Counts count(std::span<const Choice> votes);

enum class Reason { enough_approved, too_few_took_part, no_vote_for_or_against, too_few_approved };
constexpr auto enum_names(Reason) {
    return std::array<std::string_view, 4>{"enough_approved", "too_few_took_part", "no_vote_for_or_against",
                                           "too_few_approved"};
}

struct Result {
    Rule rule;
    Counts counts;
    std::int64_t seats = 0;           // of the electorate, as it was frozen at the opening
    std::int64_t base = 0;            // the seats that did not recuse
    std::int64_t took_part = 0;       // approve, decline or abstain
    std::int64_t quorum_needed = 0;   // of `base`, at least 1
    std::int64_t decided = 0;         // votes for or against
    std::int64_t approved = 0;        // with comments or without
    std::int64_t approval_needed = 0; // of `decided`, at least 1
    Reason reason = Reason::too_few_took_part;

    [[nodiscard]] bool quorum_met() const { return reason != Reason::too_few_took_part; }
    [[nodiscard]] bool approval_met() const { return is_met(rule.approval, approved, decided); }
    [[nodiscard]] bool adopted() const { return reason == Reason::enough_approved; }
    bool operator==(const Result&) const = default;
};

/// Decides. The rule must be valid, and there must not be more votes than seats.
Result tally(std::int64_t seats, const Rule& rule, const Counts& counts);
Result tally(std::int64_t seats, const Rule& rule, std::span<const Choice> votes);

/// "11 of 15 seats took part; 8 were needed. Of 9 votes for or against, 7 approved; 6 were needed for two
/// thirds. Adopted."
std::string words(const Result& result);

} // namespace standards
