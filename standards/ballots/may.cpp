#include "standards/ballots/may.hpp"

#include <algorithm>

namespace standards {
namespace {

bool holds(std::span<const std::string> handles, const std::string& handle) {
    return std::ranges::find(handles, handle) != handles.end();
}

} // namespace

std::string_view why_no_ballot(const Proposal& proposal, bool has_clause, base::Time now) {
    if (proposal.stage == Stage::ballot)
        return "A ballot on this proposal is open, or waits to be certified.";
    if (proposal.stage != Stage::consultation) return "A ballot opens after a consultation.";
    if (proposal.takes_comments(now))
        return "The consultation is still open; a ballot opens after its close.";
    if (proposal.open_comments > 0)
        return "Some comments have no answer yet. Every comment gets its disposition before a ballot opens.";
    if (!has_clause) return "The proposal has no clause yet: there is nothing to vote on.";
    return "";
}

bool may_open_ballot(const site::Viewer& viewer) {
    return viewer.signed_in() && viewer.is_steward();
}

bool may_void(const site::Viewer& viewer, const Ballot& ballot) {
    return viewer.signed_in() && viewer.is_steward() && !ballot.voided_at && !ballot.certified_at;
}

bool may_certify(const site::Viewer& viewer, const Ballot& ballot, bool has_seat,
                 std::span<const std::string> proposers, std::span<const std::string> certifiers) {
    return viewer.signed_in() && (viewer.is_steward() || has_seat) && ballot.settled_at &&
           !ballot.certified_at && !ballot.voided_at && !holds(proposers, viewer.handle) &&
           !holds(certifiers, viewer.handle);
}

} // namespace standards
