#include "standards/proposals/proposal_store.hpp"

#include "standards/ledger_timeline.hpp"
#include "standards/proposals/proposal_columns.hpp"

#include <boost/json/parse.hpp>

#include <limits>

namespace standards {
ProposalId add_proposal(store::Writer& db, const ProposalRecord& record) {
    return db.insert<ProposalId, "INSERT INTO proposals (title, text_id, stage, next_clause, revises_id, "
                                 "created_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)">(
        record.title, record.text, record.stage, record.next_clause, record.revises, record.at);
}

void set_saved(store::Writer& db, ProposalId proposal, std::string_view title, base::Time at) {
    db.run<"UPDATE proposals SET title = ?, changed_at = ? WHERE id = ?">(title, at, proposal);
}

void set_next_clause(store::Writer& db, ProposalId proposal, std::int64_t next) {
    db.run<"UPDATE proposals SET next_clause = ? WHERE id = ?">(next, proposal);
}

std::int64_t next_clause(store::Reader& db, ProposalId proposal) {
    return db.get<std::int64_t, "SELECT next_clause FROM proposals WHERE id = ?">(proposal);
}

std::int64_t next_clause_of_standard(store::Reader& db, StandardId standard) {
    return db.get<std::int64_t, "SELECT coalesce(max(p.next_clause), 1) FROM standard_versions v "
                                "JOIN proposals p ON p.id = v.proposal_id WHERE v.standard_id = ?">(standard);
}

bool is_overtaken(store::Reader& db, const Proposal& proposal) {
    return proposal.revises &&
           db.get<bool, "SELECT EXISTS (SELECT 1 FROM proposals o WHERE o.revises_id = ?1 AND o.id <> ?2 "
                        "AND (o.stage IN ('idea', 'draft', 'consultation', 'ballot') "
                        "OR EXISTS (SELECT 1 FROM standard_versions v WHERE v.proposal_id = o.id "
                        "AND v.ballot_id > (SELECT max(b.id) FROM ballots b WHERE b.proposal_id = ?2))))">(
               *proposal.revises, proposal.id);
}

void put_stage(store::Writer& db, ProposalId proposal, Stage stage, const std::optional<base::Time>& closes) {
    db.run<"UPDATE proposals SET stage = ?, consultation_closes = ? WHERE id = ?">(stage, closes, proposal);
}

std::optional<base::Time> announced_close(store::Reader& db, ProposalId proposal) {
    const auto closes =
        db.one<std::string, "SELECT json_extract(body, '$.closes') FROM ledger_entries WHERE proposal_id = ? "
                            "AND kind = 'stage_changed' AND json_extract(body, '$.closes') IS NOT NULL "
                            "ORDER BY sequence DESC LIMIT 1">(proposal);
    return closes ? base::parse_iso_time(*closes) : std::nullopt;
}

void put_authors(store::Writer& db, ProposalId proposal, const std::vector<MemberId>& authors) {
    db.run<"DELETE FROM proposal_authors WHERE proposal_id = ?">(proposal);
    std::int64_t position = 0;
    for (const auto author : authors)
        db.run<"INSERT INTO proposal_authors (proposal_id, member_id, position) VALUES (?, ?, ?)">(
            proposal, author, position++);
}

bool add_endorsement(store::Writer& db, ProposalId proposal, const site::Viewer& viewer, base::Time at) {
    return db.run<"INSERT OR IGNORE INTO endorsements (proposal_id, center_id, member_id, at) "
                  "VALUES (?, ?, ?, ?)">(proposal, viewer.center, viewer.id, at) > 0;
}

bool drop_endorsement(store::Writer& db, ProposalId proposal, CenterId center) {
    return db.run<"DELETE FROM endorsements WHERE proposal_id = ? AND center_id = ?">(proposal, center) > 0;
}

std::optional<Proposal> find_proposal(store::Reader& db, ProposalId proposal) {
    return db.one<Proposal, proposal_columns + "WHERE p.id = ?">(proposal);
}

std::vector<Author> authors_of(store::Reader& db, ProposalId proposal) {
    return db.all<Author, "SELECT m.id, m.handle, m.name FROM proposal_authors a JOIN members m "
                          "ON m.id = a.member_id WHERE a.proposal_id = ? ORDER BY a.position">(proposal);
}

std::vector<Proposal> list_proposals_below(store::Reader& db, std::optional<Stage> stage,
                                           const std::optional<site::Cursor>& below, int limit) {
    constexpr auto latest = std::numeric_limits<std::int64_t>::max();
    const auto start = below.value_or(site::Cursor{latest, latest});
    if (stage)
        return db.all<Proposal, proposal_columns + "WHERE p.stage = ? AND (p.changed_at, p.id) < (?, ?) "
                                                   "ORDER BY p.changed_at DESC, p.id DESC LIMIT ?">(
            *stage, start.key, start.id, limit);
    return db.all<Proposal, proposal_columns + "WHERE (p.changed_at, p.id) < (?, ?) "
                                               "ORDER BY p.changed_at DESC, p.id DESC LIMIT ?">(
        start.key, start.id, limit);
}

std::vector<Proposal> list_proposals(store::Reader& db, std::optional<Stage> stage, int limit) {
    return list_proposals_below(db, stage, std::nullopt, limit);
}

bool is_author(store::Reader& db, ProposalId proposal, MemberId member) {
    return db
        .get<bool, "SELECT EXISTS (SELECT 1 FROM proposal_authors WHERE proposal_id = ? AND member_id = ?)">(
            proposal, member);
}

std::string sha256_of(store::Reader& db, TextId text, int revision) {
    return db.get<std::string, "SELECT sha256 FROM revisions WHERE text_id = ? AND number = ?">(text,
                                                                                                revision);
}

std::string center_name(store::Reader& db, CenterId center) {
    return db.get<std::string, "SELECT name FROM centers WHERE id = ?">(center);
}

std::string state_of(store::Reader& db, MemberId member) {
    return db
        .one<std::string,
             "SELECT c.state FROM members m JOIN centers c ON c.id = m.center_id WHERE m.id = ?">(member)
        .value_or("");
}

std::vector<Endorsement> endorsements_of(store::Reader& db, ProposalId proposal) {
    return db.all<Endorsement, "SELECT c.id, c.name, c.slug, m.name, m.handle, e.at FROM endorsements e "
                               "JOIN centers c ON c.id = e.center_id JOIN members m ON m.id = e.member_id "
                               "WHERE e.proposal_id = ? ORDER BY e.at, c.name">(proposal);
}

std::vector<Entry> timeline_of(store::Reader& db, ProposalId proposal) {
    struct Row {
        std::int64_t sequence;
        base::Time at;
        std::string kind;
        std::string actor;
        std::string body;
    };
    std::vector<Entry> entries;
    db.each<Row, base::Literal("SELECT sequence, at, kind, actor, body FROM ledger_entries "
                               "INDEXED BY ledger_timeline WHERE proposal_id = ? ") +
                     of_timeline + "ORDER BY sequence">(
        [&](Row&& row) {
            entries.push_back({row.sequence,
                               row.at,
                               std::move(row.kind),
                               std::move(row.actor),
                               boost::json::parse(row.body).as_object(),
                               {},
                               {}});
        },
        proposal);
    return entries;
}

std::map<std::string, std::string> names_in_ledger(store::Reader& db, ProposalId proposal) {
    struct Row {
        std::string handle;
        std::string name;
    };
    std::map<std::string, std::string> names;
    db.each<Row,
            base::Literal("SELECT DISTINCT m.handle, m.name FROM ledger_entries l INDEXED BY ledger_timeline "
                          "CROSS JOIN members m ON m.handle = l.actor WHERE l.proposal_id = ? ") +
                of_timeline>([&](Row&& row) { names[row.handle] = row.name; }, proposal);
    return names;
}

std::vector<BallotRow> ballots_on(store::Reader& db, ProposalId proposal) {
    return db.all<BallotRow, "SELECT id, closes, certified_at, voided_at FROM ballots WHERE proposal_id = ? "
                             "ORDER BY id DESC">(proposal);
}

bool is_balloted(store::Reader& db, ProposalId proposal, int revision) {
    return db.get<bool, "SELECT EXISTS (SELECT 1 FROM ballots WHERE proposal_id = ? AND revision = ?)">(
        proposal, revision);
}

std::optional<std::string> standard_number(store::Reader& db, ProposalId proposal) {
    return db
        .one<std::string, "SELECT s.number FROM standard_versions v JOIN standards s ON s.id = v.standard_id "
                          "WHERE v.proposal_id = ?">(proposal);
}

} // namespace standards
