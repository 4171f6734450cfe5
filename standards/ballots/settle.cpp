// The close of a ballot: from the clock, whenever somebody looks first after its time, and as of its time.
#include "base/log.hpp"
#include "notices/notices.hpp"
#include "standards/ballots/ballot_record.hpp"
#include "standards/ballots/ballot_store.hpp"
#include "standards/ballots/sealed_vote.hpp"
#include "standards/ballots/settling.hpp"
#include "standards/ballots/vote_store.hpp"
#include "standards/ledger_store.hpp"

#include <functional>
#include <map>

namespace standards {
namespace {

/// By tracker; nothing where the votes cannot be opened. A ballot in which nobody took part needs no key.
std::optional<std::map<std::string, Vote>> open_all(store::Reader& db, const BallotKeys& keys,
                                                    const Ballot& ballot) {
    std::map<std::string, Vote> votes;
    const auto sealed = sealed_votes_of(db, ballot.id);
    if (sealed.empty()) return votes;
    const auto key = keys.find(ballot.proposal, ballot.opens);
    if (!key) return std::nullopt;
    for (const auto& one : sealed) {
        auto vote = unseal_vote(*key, ballot.id, one.seat, one.sealed);
        if (!vote) return std::nullopt;
        votes.emplace(tracker_of(*key, ballot.id, one.seat), *std::move(vote));
    }
    return votes;
}

/// What the program did by itself; `place` is where on the ballot's page it stands.
void tell_of_end(store::Writer& db, const Ballot& ballot, notices::Reason reason, std::string_view place,
                 base::Time now) {
    const notices::Event event{.reason = reason,
                               .actor = {},
                               .title = ballot.title,
                               .address = server::link<"/ballots/{}">(ballot.id).text() + std::string(place),
                               .at = now};
    notices::tell(db, voters_of(db, ballot.id), event);
    notices::tell_watchers(db, {{notices::SubjectKind::proposal, ballot.proposal.value}}, event);
}

void void_without_key(store::Writer& db, const Ballot& ballot, base::Time now) {
    static const std::string reason =
        "The key of this secret ballot is missing or does not fit, so its votes cannot be opened and nobody can "
        "count them. Keys are left out of backups: this happens when the data came from one.";
    void_as(db, ballot, program_actor, reason, ballot.closes);
    tell_of_end(db, ballot, notices::Reason::voided, "#void", now);
}

void settle(store::Writer& db, const BallotKeys& keys, const Ballot& ballot, base::Time now) {
    if (ballot.secrecy == Secrecy::secret) {
        const auto votes = open_all(db, keys, ballot);
        if (!votes) return void_without_key(db, ballot, now);
        for (const auto& [tracker, vote] : *votes)
            add_secret_vote(db, ballot.id, {tracker, vote.choice, vote.reason});
        remove_sealed_votes(db, ballot.id);
    }
    const auto record = read_votes(db, ballot);
    enter(db, ballot.proposal, ballot.closes, base::enum_text(BallotAct::votes_entered), program_actor,
          votes_body(record));
    enter(db, ballot.proposal, ballot.closes, base::enum_text(BallotAct::result_declared), program_actor,
          result_body(record));
    set_settled(db, ballot.id, now, tally(record).adopted());
    tell_of_end(db, ballot, notices::Reason::closed, "#result", now);
}

/// What fails is said, and tried again at the next look or in a minute.
void attempt(std::string_view event, const std::string& on, const std::function<void()>& work) {
    try {
        work();
    } catch (const std::exception& error) {
        base::log(event, {{"on", on}, {"reason", error.what()}});
    }
}

/// Each in a write of its own: a ballot that cannot be settled (its key cannot be read) holds up no other
/// one, and no page.
template <class Write>
void settle_each(store::Reader& db, const BallotKeys& keys, base::Time now, const Write& write) {
    for (const auto id : due_ballots(db, now))
        attempt("ballot_not_settled", "ballot " + std::to_string(id.value),
                [&] { write([&](store::Writer& writer) { settle_if_due(writer, keys, id, now); }); });
}

void destroy_if_spent(store::Reader& db, const BallotKeys& keys, const BallotKeys::Name& name) {
    // A key without a ballot may be of one that is being opened at this moment.
    const auto ballot = find_ballot(db, name.proposal, name.opens);
    if (ballot && (ballot->settled_at || ballot->voided_at)) keys.destroy(name.proposal, name.opens);
}

} // namespace

void void_as(store::Writer& db, const Ballot& ballot, std::string_view actor, const std::string& reason,
             base::Time at) {
    if (!ballot.settled_at) {
        remove_sealed_votes(db, ballot.id);
        remove_roll_call(db, ballot.id);
    }
    const auto entry = enter(db, ballot.proposal, at, base::enum_text(BallotAct::ballot_voided), actor,
                             voiding_body(ballot.id.value, reason));
    set_voided(db, ballot.id, entry.at, reason);
    set_stage(db, ballot.proposal, Stage::draft, actor, "The ballot was declared void: " + reason, entry.at);
}

void settle_if_due(store::Writer& db, const BallotKeys& keys, BallotId id, base::Time now) {
    const auto ballot = find_ballot(db, id);
    if (ballot && !ballot->settled_at && !ballot->voided_at && ballot->closes <= now)
        settle(db, keys, *ballot, now);
}

int settle_due(store::Writer& db, const BallotKeys& keys, base::Time now) {
    const auto due = due_ballots(db, now);
    for (const auto ballot : due)
        settle_if_due(db, keys, ballot, now);
    return static_cast<int>(due.size());
}

bool is_something_due(store::Reader& db, base::Time now) {
    return !due_ballots(db, now).empty();
}

void destroy_spent_keys(store::Reader& db, const BallotKeys& keys) {
    attempt("ballot_keys_not_destroyed", "all", [&] {
        for (const auto& name : keys.names())
            attempt("ballot_key_not_destroyed", "proposal " + std::to_string(name.proposal.value),
                    [&] { destroy_if_spent(db, keys, name); });
    });
}

int destroy_orphaned_keys(store::Reader& db, const BallotKeys& keys) {
    int destroyed = 0;
    for (const auto& name : keys.names()) {
        if (find_ballot(db, name.proposal, name.opens)) continue;
        keys.destroy(name.proposal, name.opens);
        ++destroyed;
    }
    return destroyed;
}

void settle_first(site::Context& c) {
    if (!is_something_due(c.db, c.now)) return;
    const BallotKeys keys(c.services.database.file());
    settle_each(c.db, keys, c.now, [&](const auto& job) { c.write(job); });
    destroy_spent_keys(c.db, keys);
}

void tidy_keys(store::Database& database) {
    const auto connection = database.open_reader();
    store::Reader db(*connection);
    if (const int destroyed = destroy_orphaned_keys(db, BallotKeys(database.file())); destroyed > 0)
        base::log("keys_without_ballot_removed", {{"number", std::to_string(destroyed)}});
}

void settle_on_clock(store::Database& database, base::Time now) {
    const auto connection = database.open_reader();
    store::Reader db(*connection);
    const BallotKeys keys(database.file());
    settle_each(db, keys, now, [&](const auto& job) { database.write(job); });
    destroy_spent_keys(db, keys);
}

} // namespace standards
