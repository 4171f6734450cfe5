#include "members/members.hpp"
#include "server/url.hpp"
#include "standards/ballots/ballot_record.hpp"
#include "standards/ballots/ballot_store.hpp"
#include "standards/ballots/may.hpp"
#include "standards/ballots/verify.hpp"
#include "standards/ledger_store.hpp"
#include "standards/register/register.hpp"

#include <algorithm>

namespace standards {
namespace {

using base::ProblemKind;

constexpr std::size_t certifiers_needed = 2;

/// Why the viewer may not, in words.
base::Problem refusal(const site::Viewer& viewer, const Ballot& ballot,
                      const std::vector<std::string>& proposers, const std::vector<std::string>& certifiers) {
    const auto is_among = [&](const std::vector<std::string>& handles) {
        return std::ranges::find(handles, viewer.handle) != handles.end();
    };
    if (ballot.voided_at) return {ProblemKind::conflict, "This ballot was declared void."};
    if (!ballot.settled_at) return {ProblemKind::conflict, "This ballot is still open."};
    if (ballot.certified_at) return {ProblemKind::conflict, "Two people have certified this result already."};
    if (is_among(certifiers)) return {ProblemKind::conflict, "You have certified this result already."};
    if (is_among(proposers))
        return {ProblemKind::not_allowed, "Who proposed a standard does not certify the vote on it."};
    return {ProblemKind::not_allowed, "Stewards and those who speak for a seat certify a result."};
}

/// With the second certification the result counts: what the record gives when it is counted again, as
/// anybody may count it from then on. Fails with `conflict` where it is not sound; the certification is
/// undone.
base::Result<> take_effect(store::Writer& db, const Ballot& ballot, const site::Viewer& viewer,
                           base::Time at) {
    set_certified(db, ballot.id, at);
    const auto recount = verify(record_of(db, ballot.id).value());
    if (!recount)
        return base::fail(ProblemKind::conflict, "This result cannot be certified, for its record is not "
                                                 "sound. Tell the administrator. " +
                                                     report(recount));
    if (recount->result.adopted())
        publish_standard(db, ballot.proposal, ballot.id, viewer, at);
    else
        set_stage(db, ballot.proposal, Stage::not_adopted, viewer.handle, words(recount->result), at);
    return {};
}

} // namespace

base::Result<> certify(store::Writer& db, const site::Viewer& viewer, BallotId id, base::Time at) {
    const auto ballot = find_ballot(db, id);
    if (!ballot) return base::fail(ProblemKind::not_found, "There is no such ballot.");
    const auto proposers = proposers_of(db, *ballot);
    const auto certifiers = certifiers_of(db, *ballot);
    if (!may_certify(viewer, *ballot, seat_of(db, id, viewer.id).has_value(), proposers, certifiers))
        return base::fail(refusal(viewer, *ballot, proposers, certifiers));

    const auto declared = entry_of(db, *ballot, BallotAct::result_declared).value().hash;
    const auto entry = enter(db, ballot->proposal, at, base::enum_text(BallotAct::result_certified),
                             viewer.handle, certification_body(id.value, declared));
    members::audit(db, viewer.id, "certified a result", server::link<"/ballots/{}">(id).text(), ballot->title,
                   at);
    if (certifiers.size() + 1 < certifiers_needed) return {};
    return take_effect(db, *ballot, viewer, entry.at);
}

} // namespace standards
