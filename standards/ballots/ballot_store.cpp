#include "standards/ballots/ballot_store.hpp"

#include "base/literal.hpp"
#include "standards/ledger_timeline.hpp"

namespace standards {
namespace {

struct Row {
    BallotId id;
    ProposalId proposal;
    std::string title;
    int revision;
    std::string sha256;
    Electorate electorate;
    Secrecy secrecy;
    base::Time opens;
    base::Time closes;
    std::int64_t quorum_numerator;
    std::int64_t quorum_denominator;
    Boundary quorum_boundary;
    std::int64_t approval_numerator;
    std::int64_t approval_denominator;
    Boundary approval_boundary;
    std::string opened_by;
    int seats;
    int took_part;
    std::optional<base::Time> settled_at;
    bool adopted;
    std::optional<base::Time> certified_at;
    std::optional<base::Time> voided_at;
    std::string voided_reason;
};

/// A Center is never removed: one that nobody belongs to any more has no voice that could be counted.
constexpr base::Literal has_people =
    "EXISTS (SELECT 1 FROM members m WHERE m.center_id = centers.id AND m.closed_at IS NULL) ";

constexpr base::Literal columns =
    "SELECT b.id, b.proposal_id, p.title, b.revision, b.sha256, b.electorate, b.secrecy, b.opens, b.closes, "
    "b.quorum_numerator, b.quorum_denominator, b.quorum_boundary, b.approval_numerator, "
    "b.approval_denominator, b.approval_boundary, m.name, "
    "b.seats, b.took_part, "
    "b.settled_at, coalesce(b.outcome = 'adopted', 0), b.certified_at, b.voided_at, b.voided_reason "
    "FROM ballots b JOIN proposals p ON p.id = b.proposal_id JOIN members m ON m.id = b.opened_by ";

Ballot made(Row row) {
    return {.id = row.id,
            .proposal = row.proposal,
            .title = std::move(row.title),
            .revision = row.revision,
            .sha256 = std::move(row.sha256),
            .electorate = row.electorate,
            .secrecy = row.secrecy,
            .opens = row.opens,
            .closes = row.closes,
            .rule = {.quorum = {row.quorum_numerator, row.quorum_denominator, row.quorum_boundary},
                     .approval = {row.approval_numerator, row.approval_denominator, row.approval_boundary}},
            .opened_by = std::move(row.opened_by),
            .seats = row.seats,
            .took_part = row.took_part,
            .settled_at = row.settled_at,
            .adopted = row.adopted,
            .certified_at = row.certified_at,
            .voided_at = row.voided_at,
            .voided_reason = std::move(row.voided_reason)};
}

std::vector<Ballot> made(std::vector<Row> rows) {
    std::vector<Ballot> ballots;
    ballots.reserve(rows.size());
    for (auto& row : rows)
        ballots.push_back(made(std::move(row)));
    return ballots;
}

std::optional<Ballot> made(std::optional<Row> row) {
    if (!row) return std::nullopt;
    return made(*std::move(row));
}

} // namespace

BallotId add_ballot(store::Writer& db, const NewBallot& ballot) {
    const auto& [quorum, approval] = ballot.rule;
    return db.insert<
        BallotId,
        "INSERT INTO ballots (proposal_id, revision, sha256, electorate, secrecy, opens, closes, "
        "quorum_numerator, quorum_denominator, quorum_boundary, approval_numerator, approval_denominator, "
        "approval_boundary, opened_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)">(
        ballot.proposal, ballot.revision, ballot.sha256, ballot.electorate, ballot.secrecy, ballot.opens,
        ballot.closes, quorum.numerator, quorum.denominator, quorum.boundary, approval.numerator,
        approval.denominator, approval.boundary, ballot.opened_by);
}

void add_seats(store::Writer& db, BallotId ballot, Electorate electorate) {
    if (electorate == Electorate::centers)
        db.run<base::Literal(
                   "INSERT INTO ballot_seats (ballot_id, seat, center_id, name) "
                   "SELECT ?1, row_number() OVER (ORDER BY name, state, id), id, name || ', ' || state "
                   "FROM centers WHERE ") +
               has_people>(ballot);
    else
        db.run<"INSERT INTO ballot_seats (ballot_id, seat, member_id, name) "
               "SELECT ?1, row_number() OVER (ORDER BY m.name, m.id), m.id, m.name || ', ' || c.name "
               "FROM members m JOIN centers c ON c.id = m.center_id WHERE m.closed_at IS NULL "
               "/* whole table: once a ballot */">(ballot);
    db.run<"UPDATE ballots SET seats = (SELECT count(*) FROM ballot_seats s WHERE s.ballot_id = ballots.id) "
           "WHERE id = ?">(ballot);
}

int count_seats(store::Reader& db, Electorate electorate) {
    if (electorate == Electorate::centers)
        return db.get<int, base::Literal("SELECT count(*) FROM centers WHERE ") + has_people>();
    return db.get<int, "SELECT coalesce(sum((SELECT count(*) FROM members m WHERE m.center_id = c.id "
                       "AND m.closed_at IS NULL)), 0) FROM centers c">();
}

std::vector<std::string> centers_without_delegate(store::Reader& db) {
    return db
        .all<std::string, base::Literal("SELECT name || ', ' || state FROM centers WHERE ") + has_people +
                              "AND NOT EXISTS (SELECT 1 FROM center_delegates d "
                              "WHERE d.center_id = centers.id) ORDER BY name, state, id">();
}

void set_settled(store::Writer& db, BallotId ballot, base::Time at, bool adopted) {
    db.run<"UPDATE ballots SET settled_at = ?, outcome = ? WHERE id = ?">(
        at, adopted ? "adopted" : "not_adopted", ballot);
}

void set_certified(store::Writer& db, BallotId ballot, base::Time at) {
    db.run<"UPDATE ballots SET certified_at = ? WHERE id = ?">(at, ballot);
}

void set_voided(store::Writer& db, BallotId ballot, base::Time at, std::string_view reason) {
    db.run<"UPDATE ballots SET voided_at = ?, voided_reason = ? WHERE id = ?">(at, reason, ballot);
}

std::vector<BallotId> due_ballots(store::Reader& db, base::Time now) {
    return db.all<BallotId, "SELECT id FROM ballots WHERE settled_at IS NULL AND voided_at IS NULL "
                            "AND closes <= ? ORDER BY closes, id">(now);
}

std::vector<BallotId> open_ballots(store::Reader& db, base::Time now) {
    return db.all<BallotId, "SELECT id FROM ballots WHERE settled_at IS NULL AND voided_at IS NULL "
                            "AND closes > ? ORDER BY closes, id">(now);
}

std::vector<BallotId> uncertified_ballots(store::Reader& db) {
    return db.all<BallotId, "SELECT id FROM ballots WHERE settled_at IS NOT NULL AND certified_at IS NULL "
                            "AND voided_at IS NULL ORDER BY closes, id LIMIT 1000">();
}

std::optional<Ballot> find_ballot(store::Reader& db, BallotId ballot) {
    return made(db.one<Row, columns + "WHERE b.id = ?">(ballot));
}

std::optional<Ballot> find_ballot(store::Reader& db, ProposalId proposal, base::Time opens) {
    return made(db.one<Row, columns + "WHERE b.proposal_id = ? AND b.opens = ? ORDER BY b.id DESC LIMIT 1">(
        proposal, opens));
}

std::vector<Ballot> list_ballots(store::Reader& db, int limit) {
    return made(db.all<Row, columns + "ORDER BY b.closes DESC, b.id DESC LIMIT ?">(limit));
}

std::vector<Ballot> ballots_before(store::Reader& db, const std::optional<site::Cursor>& cursor, int limit) {
    if (!cursor) return list_ballots(db, limit);
    return made(
        db.all<Row, columns + "WHERE (b.closes, b.id) < (?, ?) ORDER BY b.closes DESC, b.id DESC LIMIT ?">(
            cursor->key, cursor->id, limit));
}

std::vector<Ballot> ballots_of(store::Reader& db, ProposalId proposal) {
    return made(db.all<Row, columns + "WHERE b.proposal_id = ? ORDER BY b.id DESC">(proposal));
}

std::vector<Seat> seats_of(store::Reader& db, BallotId ballot) {
    return db.all<Seat, "SELECT seat, name FROM ballot_seats WHERE ballot_id = ? ORDER BY seat">(ballot);
}

std::vector<std::string> seats_that_took_part(store::Reader& db, BallotId ballot) {
    return db.all<std::string, "SELECT name FROM ballot_seats WHERE ballot_id = ? AND took_part = 1 "
                               "ORDER BY seat">(ballot);
}

// By name the indexes: left to itself SQLite walks the seats of the ballot, which are as many as the members.
std::optional<SeatOfViewer> seat_of(store::Reader& db, BallotId ballot, MemberId member) {
    if (auto own =
            db.one<SeatOfViewer,
                   "SELECT s.seat, s.name, s.took_part FROM ballot_seats s INDEXED BY ballot_seats_by_member "
                   "JOIN members m ON m.id = s.member_id AND m.closed_at IS NULL "
                   "WHERE s.member_id = ? AND s.ballot_id = ?">(member, ballot))
        return own;
    return db.one<SeatOfViewer,
                  "SELECT s.seat, s.name, s.took_part FROM center_delegates d "
                  "CROSS JOIN ballot_seats s INDEXED BY ballot_seats_by_center "
                  "ON s.center_id = d.center_id AND s.ballot_id = ?2 "
                  "JOIN members m ON m.id = d.member_id AND m.closed_at IS NULL WHERE d.member_id = ?1">(
        member, ballot);
}

void set_took_part(store::Writer& db, BallotId ballot, std::int64_t seat) {
    if (db.run<"UPDATE ballot_seats SET took_part = 1 WHERE ballot_id = ? AND seat = ? AND took_part = 0">(
            ballot, seat) > 0)
        db.run<"UPDATE ballots SET took_part = took_part + 1 WHERE id = ?">(ballot);
}

std::vector<MemberId> voters_of(store::Reader& db, BallotId ballot) {
    return db
        .all<MemberId, "SELECT member_id FROM ballot_seats WHERE ballot_id = ?1 AND member_id IS NOT NULL "
                       "UNION SELECT d.member_id FROM ballot_seats s JOIN center_delegates d "
                       "ON d.center_id = s.center_id WHERE s.ballot_id = ?1">(ballot);
}

std::optional<ActEntry> entry_of(store::Reader& db, const Ballot& ballot, BallotAct act) {
    return db.one<ActEntry, "SELECT body, hash FROM ledger_entries WHERE proposal_id = ? AND kind = ? "
                            "AND json_extract(body, '$.ballot') = ? ORDER BY sequence LIMIT 1">(
        ballot.proposal, act, ballot.id);
}

std::vector<std::string> certifiers_of(store::Reader& db, const Ballot& ballot) {
    return db.all<std::string,
                  base::Literal(
                      "SELECT actor FROM ledger_entries INDEXED BY ledger_timeline WHERE proposal_id = ? "
                      "AND kind = 'result_certified' AND json_extract(body, '$.ballot') = ? ") +
                      of_timeline + "ORDER BY sequence">(ballot.proposal, ballot.id);
}

std::vector<Person> named_certifiers_of(store::Reader& db, const Ballot& ballot) {
    return db
        .all<Person, base::Literal("SELECT m.handle, m.name FROM ledger_entries e INDEXED BY ledger_timeline "
                                   "CROSS JOIN members m ON m.handle = e.actor "
                                   "WHERE e.proposal_id = ? AND e.kind = 'result_certified' "
                                   "AND json_extract(e.body, '$.ballot') = ? ") +
                         of_timeline + "ORDER BY e.sequence">(ballot.proposal, ballot.id);
}

} // namespace standards
