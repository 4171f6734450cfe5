#include "members/members.hpp"
#include "notices/notices.hpp"
#include "server/fields.hpp"
#include "standards/ballots/ballot_store.hpp"
#include "standards/ballots/may.hpp"
#include "standards/ballots/settling.hpp"

#include <system_error>

namespace standards {
namespace {

/// A ballot whose time has come is declared void with its result. Where its key cannot be read there will be
/// none: then it is void with its votes unseen, as one that is open.
void settle_where_possible(store::Writer& db, const BallotKeys& keys, BallotId ballot, base::Time at) {
    try {
        settle_if_due(db, keys, ballot, at);
    } catch (const std::system_error&) { // of the file; nothing is written yet
    }
}

} // namespace

base::Result<> void_ballot(store::Writer& db, const BallotKeys& keys, const site::Viewer& viewer, BallotId id,
                           const std::string& reason, base::Time at) {
    settle_where_possible(db, keys, id, at);
    const auto ballot = find_ballot(db, id);
    if (!ballot) return base::fail(base::ProblemKind::not_found, "There is no such ballot.");
    if (!viewer.is_steward())
        return base::fail(base::ProblemKind::not_allowed, "Stewards declare ballots void.");
    if (ballot->voided_at) return base::fail(base::ProblemKind::conflict, "This ballot is void already.");
    if (!may_void(viewer, *ballot))
        return base::fail(base::ProblemKind::conflict,
                          "The result of this ballot is certified, and can no longer be declared void.");
    server::Complaints complaints;
    complaints.check_length("reason", "The reason", reason, most_reason);
    if (complaints.any()) return base::fail(complaints.problem());

    void_as(db, *ballot, viewer.handle, reason, at);
    const auto address = server::link<"/ballots/{}">(id).text();
    members::audit(db, viewer.id, "declared a ballot void", address, reason, at);
    notices::tell(db, voters_of(db, id),
                  {notices::Reason::voided, viewer.id, ballot->title, address + "#void", at});
    return {};
}

} // namespace standards
