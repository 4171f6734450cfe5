#include "standards/register/decision_store.hpp"

namespace standards {

std::vector<PublicVote> public_votes(store::Reader& db, const Ballot& ballot) {
    if (!ballot.certified_at) return {};
    if (ballot.secrecy == Secrecy::secret)
        return db.all<PublicVote, "SELECT '', choice, reason FROM secret_votes WHERE ballot_id = ?1 "
                                  "ORDER BY tracker">(ballot.id);
    return db.all<PublicVote, "SELECT CASE WHEN s.center_id IS NULL THEN '' ELSE s.name END, v.choice, "
                              "v.reason FROM ballot_seats s JOIN roll_call_votes v "
                              "ON v.ballot_id = s.ballot_id AND v.seat = s.seat "
                              "WHERE s.ballot_id = ?1 ORDER BY s.seat">(ballot.id);
}

std::vector<std::string> absent_centers(store::Reader& db, const Ballot& ballot) {
    if (!ballot.certified_at || ballot.secrecy == Secrecy::secret) return {};
    return db.all<std::string,
                  "SELECT s.name FROM ballot_seats s LEFT JOIN roll_call_votes v "
                  "ON v.ballot_id = s.ballot_id AND v.seat = s.seat "
                  "WHERE s.ballot_id = ?1 AND s.center_id IS NOT NULL AND v.seat IS NULL ORDER BY s.seat">(
        ballot.id);
}

} // namespace standards
