// The SQL of votes: of open ballots with seat and voter; of secret ones sealed while the ballot is open, and
// after its close without seat and time.
#pragma once

#include "standards/ballots/ballots.hpp"

namespace standards {

void put_roll_call_vote(store::Writer& db, BallotId ballot, std::int64_t seat, MemberId member,
                        const Vote& vote, base::Time at);
std::optional<Vote> find_roll_call_vote(store::Reader& db, BallotId ballot, std::int64_t seat);
/// In the order of the seats.
std::vector<OpenVote> roll_call_of(store::Reader& db, BallotId ballot);

void put_sealed_vote(store::Writer& db, BallotId ballot, std::int64_t seat, std::string_view sealed);
std::optional<std::string> find_sealed_vote(store::Reader& db, BallotId ballot, std::int64_t seat);
struct SealedVote {
    std::int64_t seat;
    std::string sealed;
};
std::vector<SealedVote> sealed_votes_of(store::Reader& db, BallotId ballot);

void add_secret_vote(store::Writer& db, BallotId ballot, const SecretVote& vote);
/// In the order of the trackers.
std::vector<SecretVote> secret_votes_of(store::Reader& db, BallotId ballot);

void remove_sealed_votes(store::Writer& db, BallotId ballot);
/// Of a ballot that was declared void before its close: what nobody has seen is nobody's to see.
void remove_roll_call(store::Writer& db, BallotId ballot);

} // namespace standards
