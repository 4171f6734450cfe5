#include "standards/ballots/tally.hpp"

#include <cassert>

namespace standards {
namespace {

Reason reason_for(const Result& result) {
    if (!is_met(result.rule.quorum, result.took_part, result.base)) return Reason::too_few_took_part;
    if (result.decided == 0) return Reason::no_vote_for_or_against;
    return result.approval_met() ? Reason::enough_approved : Reason::too_few_approved;
}

} // namespace

Counts& Counts::operator+=(const Counts& other) {
    approve += other.approve;
    approve_with_comments += other.approve_with_comments;
    decline += other.decline;
    abstain += other.abstain;
    recuse += other.recuse;
    return *this;
}

Counts count(std::span<const Choice> votes) {
    Counts counts;
    for (const auto vote : votes)
        switch (vote) {
        case Choice::approve: ++counts.approve; break;
        case Choice::approve_with_comments: ++counts.approve_with_comments; break;
        case Choice::decline: ++counts.decline; break;
        case Choice::abstain: ++counts.abstain; break;
        case Choice::recuse: ++counts.recuse; break;
        }
    return counts;
}

Result tally(std::int64_t seats, const Rule& rule, const Counts& counts) {
    Result result{.rule = rule, .counts = counts, .seats = seats};
    result.base = seats - counts.recuse;
    result.approved = counts.approve + counts.approve_with_comments;
    result.decided = result.approved + counts.decline;
    result.took_part = result.decided + counts.abstain;
    assert(is_valid(rule) && result.took_part <= result.base);
    result.quorum_needed = needed(rule.quorum, result.base);
    result.approval_needed = needed(rule.approval, result.decided);
    result.reason = reason_for(result);
    return result;
}

Result tally(std::int64_t seats, const Rule& rule, std::span<const Choice> votes) {
    return tally(seats, rule, count(votes));
}

} // namespace standards
