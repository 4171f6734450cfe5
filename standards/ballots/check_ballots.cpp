// What `cohort check` asks of ballots: the tables against each other, and each record against its recount.
#include "base/digest.hpp"
#include "standards/ballots/ballot_record.hpp"
#include "standards/ballots/ballot_store.hpp"
#include "standards/ballots/verify.hpp"
#include "standards/canonical_json.hpp"

namespace standards {
namespace {

struct Votes {
    int roll_call;
    int sealed;
    int secret;
};

Votes count_votes(store::Reader& db, BallotId ballot) {
    return db.get<Votes, "SELECT (SELECT count(*) FROM roll_call_votes WHERE ballot_id = ?1), "
                         "(SELECT count(*) FROM sealed_votes WHERE ballot_id = ?1), "
                         "(SELECT count(*) FROM secret_votes WHERE ballot_id = ?1)">(ballot);
}

/// Votes of seats that the ballot does not have or that took no part.
int count_seatless(store::Reader& db, BallotId ballot) {
    return db.get<int, "SELECT count(*) FROM (SELECT seat FROM roll_call_votes WHERE ballot_id = ?1 "
                       "UNION ALL SELECT seat FROM sealed_votes WHERE ballot_id = ?1) v "
                       "LEFT JOIN ballot_seats s ON s.ballot_id = ?1 AND s.seat = v.seat AND s.took_part = 1 "
                       "WHERE s.seat IS NULL">(ballot);
}

/// How many votes each table should hold.
Votes expected_votes(const Ballot& ballot) {
    const int cast = ballot.voided_at && !ballot.settled_at ? 0 : ballot.took_part;
    if (ballot.secrecy == Secrecy::open) return {cast, 0, 0};
    return ballot.settled_at ? Votes{0, 0, cast} : Votes{0, cast, 0};
}

struct Seats {
    int all;
    int took_part;
};

Seats count_seats(store::Reader& db, BallotId ballot) {
    return db
        .get<Seats, "SELECT count(*), coalesce(sum(took_part), 0) FROM ballot_seats WHERE ballot_id = ?">(
            ballot);
}

void check_one(store::Reader& db, const Ballot& ballot, std::vector<std::string>& faults) {
    const auto complain = [&](const std::string& sentence) {
        faults.push_back("ballot " + std::to_string(ballot.id.value) + ": " + sentence);
    };
    const auto found = count_votes(db, ballot.id);
    const auto expected = expected_votes(ballot);
    if (found.roll_call != expected.roll_call || found.sealed != expected.sealed ||
        found.secret != expected.secret)
        complain("its votes are not as many as the seats that took part");
    if (const auto seats = count_seats(db, ballot.id);
        seats.all != ballot.seats || seats.took_part != ballot.took_part)
        complain("its counts of seats are wrong");
    if (count_seatless(db, ballot.id) > 0) complain("a vote stands without a seat that took part");

    const auto proposal = find_proposal(db, ballot.proposal).value();
    const auto revision = revisions::find_revision(db, proposal.text, ballot.revision);
    if (!revision || base::sha256_hex(ballot_content(*revision)) != ballot.sha256)
        complain("the text is not the one that was voted on");

    if (ballot.settled_at) {
        const auto declared = entry_of(db, ballot, BallotAct::result_declared);
        if (!declared)
            complain("the ledger declares no result");
        else if (declared->body != canonical_json(result_body(read_votes(db, ballot))))
            complain("the result is not what the votes give");
    }
    if (const auto record = record_of(db, ballot.id))
        if (const auto verified = verify(*record); !verified) complain(report(verified));
}

} // namespace

std::vector<std::string> check_ballots(store::Reader& db) {
    std::vector<std::string> faults;
    for (const auto id : db.all<BallotId, "SELECT id FROM ballots /* whole table: check */">())
        check_one(db, find_ballot(db, id).value(), faults);
    return faults;
}

} // namespace standards
