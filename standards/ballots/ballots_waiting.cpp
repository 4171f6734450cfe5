#include "standards/ballots/ballot_record.hpp"
#include "standards/ballots/ballot_store.hpp"
#include "standards/ballots/may.hpp"

namespace standards {

BallotWaiting ballots_waiting_for(store::Reader& db, const site::Viewer& viewer, base::Time now) {
    BallotWaiting waiting;
    if (!viewer.signed_in()) return waiting;
    for (const auto id : open_ballots(db, now)) {
        const auto seat = seat_of(db, id, viewer.id);
        if (seat && !seat->took_part) waiting.to_vote.push_back(find_ballot(db, id).value());
    }
    for (const auto id : uncertified_ballots(db)) {
        auto ballot = find_ballot(db, id).value();
        const bool has_seat = seat_of(db, id, viewer.id).has_value();
        if (!viewer.is_steward() && !has_seat) continue;
        if (may_certify(viewer, ballot, has_seat, proposers_of(db, ballot), certifiers_of(db, ballot)))
            waiting.to_certify.push_back(std::move(ballot));
    }
    return waiting;
}

} // namespace standards
