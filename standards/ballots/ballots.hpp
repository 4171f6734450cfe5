// What can be done with ballots, with explicit viewer and time: for the handlers here, the demonstration
// content and what runs on the clock. While a ballot is open nothing here tells a reader how anybody voted
// but the voter's own seat.
#pragma once

#include "base/problem.hpp"
#include "site/viewer.hpp"
#include "standards/ballots/ballot_keys.hpp"
#include "standards/ballots/record.hpp"
#include "standards/model.hpp"
#include "store/writer.hpp"

#include <optional>
#include <string>
#include <vector>

namespace standards {

struct Opening {
    Electorate electorate = Electorate::centers;
    Secrecy secrecy = Secrecy::open;
    Rule rule;
    base::Time closes;
    int revision = 0; // that whoever opens it has read
};
/// The shortest and the longest time that a ballot may be open.
constexpr auto shortest_ballot = std::chrono::hours(1);
constexpr auto longest_ballot = std::chrono::days(90);

/// Stewards; the proposal in consultation, its consultation closed, no comment open, a clause in the text,
/// and that text the revision of the opening. Freezes everything, makes the key of a secret ballot, opens at
/// `at`; closes at a whole minute. Fails with `not_allowed`, `conflict`, `invalid` at "quorum" or "closes".
base::Result<BallotId> open_ballot(store::Writer& db, const BallotKeys& keys, const base::Random& random,
                                   const site::Viewer& viewer, ProposalId proposal, const Opening& opening,
                                   base::Time at);

struct Vote {
    Choice choice;
    std::string reason{}; // see needs_reason; at most most_reason characters
};
constexpr int most_reason = 2'000;
/// Casts or changes the vote of the viewer's seat: that of the Center whose delegate or alternate they are,
/// or their own. Gives the seat's tracker, "" in an open ballot. Fails with `not_allowed`, `conflict`
/// (closed, voided, the key is missing), `invalid` at "choice" or "reason".
base::Result<std::string> cast_vote(store::Writer& db, const BallotKeys& keys, const base::Random& random,
                                    const site::Viewer& viewer, BallotId ballot, const Vote& vote,
                                    base::Time at);
/// What the viewer's seat has voted so far, for the voter alone.
struct OwnVote {
    std::int64_t seat;
    std::string name;           // of the seat
    std::optional<Vote> vote{}; // nothing so far; after a secret ballot's close nothing for ever
    std::string tracker{};      // of a secret ballot while it is open
    bool took_part = false;     // remains
};
/// Nothing for who has no seat.
std::optional<OwnVote> own_vote(store::Reader& db, const BallotKeys& keys, const site::Viewer& viewer,
                                BallotId ballot);

/// Closes every ballot whose time has come, as of that time: the votes enter, the result is declared. Keys
/// are destroyed by the caller after the commit. Gives how many closed. All in one write, for the
/// demonstration and tests; pages call settle_first (settling.hpp), the program's clock settle_on_clock: a
/// write for each.
int settle_due(store::Writer& db, const BallotKeys& keys, base::Time now);
/// Whether a ballot's time has come: asked before a write is asked for.
bool is_something_due(store::Reader& db, base::Time now);
/// Removes the keys of ballots that are no longer open. After the settling is on disk. What cannot be removed
/// is logged, and tried again by the program's clock.
void destroy_spent_keys(store::Reader& db, const BallotKeys& keys);

/// Removes keys of which there is no ballot: the program was ended between writing the key and the ballot.
/// Only while nobody can open one; gives how many.
int destroy_orphaned_keys(store::Reader& db, const BallotKeys& keys);

/// Stewards, before the result is certified; with a reason. The proposal becomes a draft again.
base::Result<> void_ballot(store::Writer& db, const BallotKeys& keys, const site::Viewer& viewer,
                           BallotId ballot, const std::string& reason, base::Time at);
/// Stewards, administrators and whoever speaks for a seat, but no author of the proposal, once each. With the
/// second the record is counted again and the result takes effect: publish_standard (register/register.hpp)
/// or the stage not_adopted. Fails with `not_allowed`, `conflict` (also where the record is not sound).
base::Result<> certify(store::Writer& db, const site::Viewer& viewer, BallotId ballot, base::Time at);

struct Ballot {
    BallotId id;
    ProposalId proposal;
    std::string title; // of the proposal
    int revision;
    std::string sha256;
    Electorate electorate;
    Secrecy secrecy;
    base::Time opens;
    base::Time closes;
    Rule rule;
    std::string opened_by; // name
    int seats;
    int took_part; // seats
    std::optional<base::Time> settled_at;
    bool adopted; // once it is settled
    std::optional<base::Time> certified_at;
    std::optional<base::Time> voided_at;
    std::string voided_reason;

    [[nodiscard]] bool is_open(base::Time now) const { return !voided_at && now >= opens && now < closes; }
};
std::optional<Ballot> find_ballot(store::Reader& db, BallotId ballot);
/// The newest first.
std::vector<Ballot> list_ballots(store::Reader& db, int limit);
std::vector<Ballot> ballots_of(store::Reader& db, ProposalId proposal);
/// Open ballots in which the viewer has a seat that has not voted, the first to close first; and closed ones
/// that wait for the viewer's certification.
struct BallotWaiting {
    std::vector<Ballot> to_vote;
    std::vector<Ballot> to_certify;
};
BallotWaiting ballots_waiting_for(store::Reader& db, const site::Viewer& viewer, base::Time now);

/// The result of a settled ballot; nothing before, whoever asks.
std::optional<Result> result_of(store::Reader& db, BallotId ballot);
/// The public record (docs/recount.md) of a certified ballot; nothing before.
std::optional<std::string> record_of(store::Reader& db, BallotId ballot);

/// What is wrong with ballots (votes against seats, results against the recount), one sentence each.
std::vector<std::string> check_ballots(store::Reader& db);

} // namespace standards
