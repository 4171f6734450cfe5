// What `cohort check` asks of ballots: the tables against each other and against the ledger, and each record
// against its recount.
#include "base/digest.hpp"
#include "standards/ballots/ballot_record.hpp"
#include "standards/ballots/ballot_store.hpp"
#include "standards/ballots/verify.hpp"
#include "standards/canonical_json.hpp"

#include <boost/json/parse.hpp>

namespace standards {
namespace {

namespace json = boost::json;

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

std::vector<std::int64_t> seats_marked(store::Reader& db, BallotId ballot) {
    return db.all<std::int64_t, "SELECT seat FROM ballot_seats WHERE ballot_id = ? AND took_part = 1 "
                                "ORDER BY seat">(ballot);
}

std::vector<std::int64_t> seats_in_ledger(store::Reader& db, const Ballot& ballot) {
    return db.all<std::int64_t,
                  "SELECT DISTINCT json_extract(body, '$.seat') FROM ledger_entries WHERE proposal_id = ? "
                  "AND kind IN ('vote_cast', 'seat_took_part') AND json_extract(body, '$.ballot') = ? "
                  "ORDER BY 1">(ballot.proposal, ballot.id);
}

/// Looks at one ballot: its tables against each other, against the ledger, and its record against the
/// recount.
class Check {
  public:
    Check(store::Reader& db, const Ballot& ballot, std::vector<std::string>& faults)
        : db_(db), ballot_(ballot), votes_(read_votes(db, ballot)), faults_(faults) {}

    void all() {
        votes();
        opening();
        participation();
        if (ballot_.settled_at) result();
        if (const auto record = record_of(db_, ballot_.id))
            if (const auto verified = verify(*record); !verified) complain(report(verified));
    }

  private:
    void complain(const std::string& sentence) {
        faults_.push_back("ballot " + std::to_string(ballot_.id.value) + ": " + sentence);
    }

    void votes() {
        const auto found = count_votes(db_, ballot_.id);
        const auto expected = expected_votes(ballot_);
        if (found.roll_call != expected.roll_call || found.sealed != expected.sealed ||
            found.secret != expected.secret)
            complain("its votes are not as many as the seats that took part");
        if (const auto seats = count_seats(db_, ballot_.id);
            seats.all != ballot_.seats || seats.took_part != ballot_.took_part)
            complain("its counts of seats are wrong");
        if (count_seatless(db_, ballot_.id) > 0) complain("a vote stands without a seat that took part");
    }

    void opening() {
        const auto proposal = find_proposal(db_, ballot_.proposal).value();
        const auto revision = revisions::find_revision(db_, proposal.text, ballot_.revision);
        if (!revision || base::sha256_hex(ballot_content(*revision)) != ballot_.sha256)
            complain("the text is not the one that was voted on");
        const auto entry = entry_of(db_, ballot_, BallotAct::ballot_opened);
        if (!entry) return complain("the ledger does not open it");
        const auto fixed = json::parse(entry->body).as_object();
        if (fixed.at("text") != json::object{{"revision", ballot_.revision}, {"sha256", ballot_.sha256}})
            complain("its text is not the one that the opening fixed");
        const auto stands = opening_body(votes_);
        if (fixed.at("terms") != stands.at("terms"))
            complain("its terms are not those that the opening fixed");
        if (fixed.at("electorate") != stands.at("electorate"))
            complain("its seats are not those that the opening fixed");
    }

    void participation() {
        if (seats_marked(db_, ballot_.id) != seats_in_ledger(db_, ballot_))
            complain("the seats that took part are not those of the ledger");
    }

    void result() {
        if (!is_in_ledger(BallotAct::votes_entered, votes_body(votes_)))
            complain("its votes are not those that entered the ledger");
        if (!is_in_ledger(BallotAct::result_declared, result_body(votes_)))
            complain("the result is not what the votes give");
        if (ballot_.adopted != tally(votes_).adopted()) complain("its outcome is not what the votes give");
    }

    bool is_in_ledger(BallotAct act, const json::object& body) {
        const auto entry = entry_of(db_, ballot_, act);
        return entry && entry->body == canonical_json(body);
    }

    store::Reader& db_;
    const Ballot& ballot_;
    Record votes_;
    std::vector<std::string>& faults_;
};

void check_one(store::Reader& db, BallotId id, std::vector<std::string>& faults) {
    const auto ballot = find_ballot(db, id).value();
    Check(db, ballot, faults).all();
}

} // namespace

std::vector<std::string> check_ballots(store::Reader& db) {
    std::vector<std::string> faults;
    for (const auto id : db.all<BallotId, "SELECT id FROM ballots /* whole table: check */">())
        check_one(db, id, faults);
    return faults;
}

} // namespace standards
