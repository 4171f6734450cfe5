#include "base/text.hpp"
#include "server/fields.hpp"
#include "standards/ballots/ballot_store.hpp"
#include "standards/ballots/sealed_vote.hpp"
#include "standards/ballots/vote_store.hpp"
#include "standards/ledger_store.hpp"

namespace standards {
namespace {

using base::ProblemKind;

base::Result<> check_open(const Ballot& ballot, base::Time at) {
    if (ballot.voided_at)
        return base::fail(ProblemKind::conflict,
                          "This ballot was declared void. Your vote was not taken: " + ballot.voided_reason);
    if (ballot.settled_at || at >= ballot.closes)
        return base::fail(ProblemKind::conflict,
                          "This ballot has closed. Your vote came after the close and was not counted.");
    return {};
}

base::Result<> check_vote(const Vote& vote) {
    server::Complaints complaints;
    const bool empty = base::clean_line(vote.reason).empty(); // Unicode has more blanks than ASCII
    if (vote.choice == Choice::approve_with_comments && empty)
        complaints.add("reason", "Write the comments that you approve with, or choose Approve.");
    else if (needs_reason(vote.choice) && empty)
        complaints.add("reason",
                       vote.choice == Choice::decline
                           ? "Say why you decline: the others can only mend what they know."
                           : "Say why your seat takes no part: an interest of its own, for example.");
    else if (!empty)
        complaints.check_length("reason", "The reason", vote.reason, most_reason);
    if (complaints.any()) return base::fail(complaints.problem());
    return {};
}

base::Result<std::string> cast_open(store::Writer& db, const site::Viewer& viewer, const Ballot& ballot,
                                    const SeatOfViewer& seat, const Vote& vote, base::Time at) {
    const auto act = seat.took_part ? BallotAct::vote_changed : BallotAct::vote_cast;
    const auto entry = enter(db, ballot.proposal, at, base::enum_text(act), viewer.handle,
                             vote_body(ballot.id.value, seat.seat));
    if (!seat.took_part) set_took_part(db, ballot.id, seat.seat);
    put_roll_call_vote(db, ballot.id, seat.seat, viewer.id, vote, entry.at);
    return std::string();
}

base::Result<std::string> cast_secret(store::Writer& db, const BallotKeys& keys, const base::Random& random,
                                      const site::Viewer& viewer, const Ballot& ballot,
                                      const SeatOfViewer& seat, const Vote& vote, base::Time at) {
    const auto key = keys.find(ballot.proposal, ballot.opens);
    if (!key)
        return base::fail(ProblemKind::conflict,
                          "The key of this secret ballot is missing on the server, so it cannot take votes. "
                          "Tell the administrator. At its close it is declared void.");
    if (!seat.took_part) {
        enter(db, ballot.proposal, at, base::enum_text(BallotAct::seat_took_part), viewer.handle,
              vote_body(ballot.id.value, seat.seat));
        set_took_part(db, ballot.id, seat.seat);
    }
    put_sealed_vote(db, ballot.id, seat.seat, seal_vote(*key, ballot.id, seat.seat, vote, random));
    return tracker_of(*key, ballot.id, seat.seat);
}

std::string why_no_seat(const Ballot& ballot, const site::Viewer& viewer) {
    if (ballot.electorate == Electorate::members)
        return "You have no seat in this ballot: seats were given at the opening to the members of Centers.";
    if (!viewer.center) return "You have no seat in this ballot: the program's staff does not vote.";
    return "You do not speak for a seat in this ballot. A Center's vote is cast by its delegate or an "
           "alternate, and only Centers that were here at the opening have a seat.";
}

} // namespace

base::Result<std::string> cast_vote(store::Writer& db, const BallotKeys& keys, const base::Random& random,
                                    const site::Viewer& viewer, BallotId id, const Vote& vote,
                                    base::Time at) {
    const auto ballot = find_ballot(db, id);
    if (!ballot) return base::fail(ProblemKind::not_found, "There is no such ballot.");
    const auto seat = seat_of(db, id, viewer.id);
    if (!seat) return base::fail(ProblemKind::not_allowed, why_no_seat(*ballot, viewer));
    if (const auto open = check_open(*ballot, at); !open) return base::fail(open.error());
    if (const auto sound = check_vote(vote); !sound) return base::fail(sound.error());
    const Vote kept{vote.choice, std::string(base::trim(vote.reason))};
    return ballot->secrecy == Secrecy::open ? cast_open(db, viewer, *ballot, *seat, kept, at)
                                            : cast_secret(db, keys, random, viewer, *ballot, *seat, kept, at);
}

std::optional<OwnVote> own_vote(store::Reader& db, const BallotKeys& keys, const site::Viewer& viewer,
                                BallotId id) {
    const auto ballot = find_ballot(db, id);
    const auto seat = ballot ? seat_of(db, id, viewer.id) : std::nullopt;
    if (!seat) return std::nullopt;
    OwnVote own{.seat = seat->seat, .name = seat->name, .took_part = seat->took_part};
    if (ballot->secrecy == Secrecy::open) {
        own.vote = find_roll_call_vote(db, id, seat->seat);
        return own;
    }
    if (ballot->settled_at || ballot->voided_at || !seat->took_part) return own;
    const auto key = keys.find(ballot->proposal, ballot->opens);
    const auto sealed = find_sealed_vote(db, id, seat->seat);
    if (!key || !sealed) return own;
    own.vote = unseal_vote(*key, id, seat->seat, *sealed);
    if (own.vote) own.tracker = tracker_of(*key, id, seat->seat);
    return own;
}

} // namespace standards
