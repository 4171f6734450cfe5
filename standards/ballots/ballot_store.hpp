// The SQL of ballots and their seats.
#pragma once

#include "site/json.hpp"
#include "standards/ballots/ballots.hpp"

namespace standards {

/// What a new ballot fixes; its seats are added after it.
struct NewBallot {
    ProposalId proposal;
    int revision;
    std::string sha256;
    Electorate electorate;
    Secrecy secrecy;
    base::Time opens;
    base::Time closes;
    Rule rule;
    MemberId opened_by;
};
BallotId add_ballot(store::Writer& db, const NewBallot& ballot);
/// Gives every Center where somebody has an open account, or every member of a Center with one, its seat; in
/// the order of the names.
void add_seats(store::Writer& db, BallotId ballot, Electorate electorate);
/// How many seats an electorate would have now.
int count_seats(store::Reader& db, Electorate electorate);
/// Those of the Centers with a seat that have named nobody who could vote for them.
std::vector<std::string> centers_without_delegate(store::Reader& db);

void set_settled(store::Writer& db, BallotId ballot, base::Time at, bool adopted);
void set_certified(store::Writer& db, BallotId ballot, base::Time at);
void set_voided(store::Writer& db, BallotId ballot, base::Time at, std::string_view reason);

/// Ballots whose time has come and whose result is not written down yet, the earliest first.
std::vector<BallotId> due_ballots(store::Reader& db, base::Time now);
/// Ballots that take votes at that moment, the first to close first.
std::vector<BallotId> open_ballots(store::Reader& db, base::Time now);
/// Settled and neither certified nor void, the first to close first.
std::vector<BallotId> uncertified_ballots(store::Reader& db);
/// Of a proposal, and opened at that second.
std::optional<Ballot> find_ballot(store::Reader& db, ProposalId proposal, base::Time opens);

/// Those that close before the cursor's place (all without one), the last to close first.
std::vector<Ballot> ballots_before(store::Reader& db, const std::optional<site::Cursor>& cursor, int limit);

std::vector<Seat> seats_of(store::Reader& db, BallotId ballot);
/// Their names, by seat.
std::vector<std::string> seats_that_took_part(store::Reader& db, BallotId ballot);
struct SeatOfViewer {
    std::int64_t seat;
    std::string name;
    bool took_part;
};
/// The seat that the member speaks for: the own one, or that of the Center whose delegate or alternate they
/// are now.
std::optional<SeatOfViewer> seat_of(store::Reader& db, BallotId ballot, MemberId member);
void set_took_part(store::Writer& db, BallotId ballot, std::int64_t seat);
/// Everybody who may vote in it, for telling them.
std::vector<MemberId> voters_of(store::Reader& db, BallotId ballot);
struct ActEntry {
    std::string body; // canonical JSON
    std::string hash;
};
/// The first entry of the ledger by which that was done to this ballot. Cheaper than the whole ledger, which
/// holds all votes.
std::optional<ActEntry> entry_of(store::Reader& db, const Ballot& ballot, BallotAct act);
/// The handles of those who certified it so far.
std::vector<std::string> certifiers_of(store::Reader& db, const Ballot& ballot);
struct Person {
    std::string handle;
    std::string name;
};
/// The same with their names, for who may know them.
std::vector<Person> named_certifiers_of(store::Reader& db, const Ballot& ballot);

} // namespace standards
