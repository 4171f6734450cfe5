#include "standards/ledger_store.hpp"

#include "standards/canonical_json.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>

namespace standards {
namespace {

struct Row {
    std::int64_t sequence;
    base::Time at;
    std::string kind;
    std::string actor;
    std::string body;
    std::string previous;
    std::string hash;
};

} // namespace

Entry enter(store::Writer& db, ProposalId proposal, base::Time at, std::string_view kind,
            std::string_view actor, boost::json::object body) {
    auto head = db.one<Head, "SELECT sequence, hash, at FROM ledger_entries WHERE proposal_id = ?1 "
                             "ORDER BY sequence DESC LIMIT 1">(proposal)
                    .value_or(Head{});
    auto entry =
        append(head, {std::max(at, head.at), std::string(kind), std::string(actor), std::move(body)});
    db.run<"INSERT INTO ledger_entries (proposal_id, sequence, at, kind, actor, body, previous, hash) "
           "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)">(proposal, entry.sequence, entry.at, entry.kind,
                                                      entry.actor, canonical_json(entry.body), entry.previous,
                                                      entry.hash);
    return entry;
}

std::vector<Entry> ledger_of(store::Reader& db, ProposalId proposal) {
    std::vector<Entry> entries;
    db.each<Row, "SELECT sequence, at, kind, actor, body, previous, hash FROM ledger_entries "
                 "WHERE proposal_id = ?1 ORDER BY sequence">(
        [&](const Row& row) {
            entries.push_back({row.sequence, row.at, row.kind, row.actor,
                               boost::json::parse(row.body).as_object(), row.previous, row.hash});
        },
        proposal);
    return entries;
}

std::vector<std::string> check_ledgers(store::Reader& db) {
    std::vector<std::string> faults;
    for (const auto proposal : db.all<ProposalId, "/* whole table: check */ SELECT id FROM proposals">()) {
        if (const auto fault = verify_chain(ledger_of(db, proposal)))
            faults.push_back("proposal " + std::to_string(proposal.value) + ": " + fault->sentence);
    }
    return faults;
}

} // namespace standards
