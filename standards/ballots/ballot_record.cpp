#include "standards/ballots/ballot_record.hpp"

#include "standards/ballots/ballot_store.hpp"
#include "standards/ballots/vote_store.hpp"
#include "standards/ledger_store.hpp"

#include <boost/json/parse.hpp>

namespace standards {
namespace {

bool is_of(const Entry& entry, BallotAct act, BallotId ballot) {
    if (entry.kind != base::enum_text(act)) return false;
    const auto* number = entry.body.if_contains("ballot");
    return number && *number == ballot.value;
}

Proposed proposed_in(const boost::json::object& opening) {
    const auto& said = opening.at("proposal").as_object();
    Proposed proposed{.number = said.at("number").as_int64(),
                      .title = std::string(said.at("title").as_string())};
    for (const auto& handle : said.at("proposers").as_array())
        proposed.proposers.emplace_back(handle.as_string());
    return proposed;
}

/// The ledger up to the certification that made the result take effect: what comes later is no part of the
/// record, which so never changes.
std::vector<Entry> ledger_until_certified(store::Reader& db, const Ballot& ballot) {
    auto ledger = ledger_of(db, ballot.proposal);
    while (!ledger.empty() && !is_of(ledger.back(), BallotAct::result_certified, ballot.id))
        ledger.pop_back();
    return ledger;
}

} // namespace

std::string ballot_content(const revisions::Revision& revision) {
    return revision.title + "\n" + revision.body;
}

Record read_votes(store::Reader& db, const Ballot& ballot) {
    Record record;
    record.ballot = ballot.id.value;
    record.terms = {ballot.secrecy, ballot.opens, ballot.closes, ballot.rule};
    record.electorate = seats_of(db, ballot.id);
    if (ballot.secrecy == Secrecy::open)
        record.open_votes = roll_call_of(db, ballot.id);
    else
        record.secret_votes = secret_votes_of(db, ballot.id);
    return record;
}

std::vector<std::string> proposers_of(store::Reader& db, const Ballot& ballot) {
    return proposed_in(
               boost::json::parse(entry_of(db, ballot, BallotAct::ballot_opened).value().body).as_object())
        .proposers;
}

std::optional<Result> result_of(store::Reader& db, BallotId id) {
    const auto ballot = find_ballot(db, id);
    if (!ballot || !ballot->settled_at) return std::nullopt;
    return tally(read_votes(db, *ballot));
}

std::optional<std::string> record_of(store::Reader& db, BallotId id) {
    const auto ballot = find_ballot(db, id);
    if (!ballot || !ballot->certified_at) return std::nullopt;
    auto record = read_votes(db, *ballot);
    record.ledger = ledger_until_certified(db, *ballot);
    for (const auto& entry : record.ledger)
        if (is_of(entry, BallotAct::ballot_opened, id)) record.proposal = proposed_in(entry.body);
    const auto proposal = find_proposal(db, ballot->proposal).value();
    const auto revision = revisions::find_revision(db, proposal.text, ballot->revision).value();
    record.text = {ballot->revision, ballot_content(revision)};
    return write_record(record);
}

} // namespace standards
