#include "standards/ballots/vote_store.hpp"

namespace standards {

void put_roll_call_vote(store::Writer& db, BallotId ballot, std::int64_t seat, MemberId member,
                        const Vote& vote, base::Time at) {
    db.run<"INSERT OR REPLACE INTO roll_call_votes (ballot_id, seat, member_id, at, choice, reason) "
           "VALUES (?, ?, ?, ?, ?, ?)">(ballot, seat, member, at, vote.choice, vote.reason);
}

std::optional<Vote> find_roll_call_vote(store::Reader& db, BallotId ballot, std::int64_t seat) {
    return db.one<Vote, "SELECT choice, reason FROM roll_call_votes WHERE ballot_id = ? AND seat = ?">(ballot,
                                                                                                       seat);
}

std::vector<OpenVote> roll_call_of(store::Reader& db, BallotId ballot) {
    return db.all<OpenVote, "SELECT v.seat, m.handle, v.at, v.choice, v.reason FROM roll_call_votes v "
                            "JOIN members m ON m.id = v.member_id WHERE v.ballot_id = ? ORDER BY v.seat">(
        ballot);
}

void put_sealed_vote(store::Writer& db, BallotId ballot, std::int64_t seat, std::string_view sealed) {
    db.run<"INSERT OR REPLACE INTO sealed_votes (ballot_id, seat, sealed) VALUES (?, ?, ?)">(ballot, seat,
                                                                                             sealed);
}

std::optional<std::string> find_sealed_vote(store::Reader& db, BallotId ballot, std::int64_t seat) {
    return db.one<std::string, "SELECT sealed FROM sealed_votes WHERE ballot_id = ? AND seat = ?">(ballot,
                                                                                                   seat);
}

std::vector<SealedVote> sealed_votes_of(store::Reader& db, BallotId ballot) {
    return db.all<SealedVote, "SELECT seat, sealed FROM sealed_votes WHERE ballot_id = ? ORDER BY seat">(
        ballot);
}

void add_secret_vote(store::Writer& db, BallotId ballot, const SecretVote& vote) {
    db.run<"INSERT INTO secret_votes (ballot_id, tracker, choice, reason) VALUES (?, ?, ?, ?)">(
        ballot, vote.tracker, vote.choice, vote.reason);
}

std::vector<SecretVote> secret_votes_of(store::Reader& db, BallotId ballot) {
    return db.all<SecretVote, "SELECT tracker, choice, reason FROM secret_votes WHERE ballot_id = ? "
                              "ORDER BY tracker">(ballot);
}

void remove_sealed_votes(store::Writer& db, BallotId ballot) {
    db.run<"DELETE FROM sealed_votes WHERE ballot_id = ?">(ballot);
}

void remove_roll_call(store::Writer& db, BallotId ballot) {
    db.run<"DELETE FROM roll_call_votes WHERE ballot_id = ?">(ballot);
}

} // namespace standards
