#include "tests/recount/samples.hpp"

#include "base/digest.hpp"
#include "standards/canonical_json.hpp"

namespace samples {

using namespace standards;
namespace json = boost::json;

namespace {

base::Time opening() {
    return *base::parse_iso_time("2027-03-01T09:00:00Z");
}

} // namespace

Ballot::Ballot(Secrecy secrecy, const Rule& rule, std::int64_t seats) {
    record_.proposal = {12, "Two people – “never alone”", {"noor-haddad", "kwame-mensah-bell"}};
    record_.text = {
        4, "A Center never leaves voted ballots with one person alone.\n\n1. The rule is in writing.\n"};
    record_.ballot = 7;
    record_.terms = {secrecy, opening(), opening() + std::chrono::days(7), rule};
    for (std::int64_t seat = 1; seat <= seats; ++seat)
        record_.electorate.push_back({3 * seat, "Juniper County " + std::to_string(seat)});
    record_.ledger.push_back(append(head_, {opening() - std::chrono::days(30),
                                            "stage_changed",
                                            "siobhan-o-dea",
                                            {{"to", "consultation"}, {"reason", "Drafted \"in full\"."}}}));
    enter(opening(), BallotAct::ballot_opened, "siobhan-o-dea", opening_body(record_));
}

void Ballot::enter(base::Time at, BallotAct act, std::string actor, json::object body) {
    record_.ledger.push_back(
        append(head_, {at, std::string(base::enum_text(act)), std::move(actor), std::move(body)}));
}

void Ballot::add(std::string kind, std::string actor, json::object body, int minutes) {
    record_.ledger.push_back(append(head_, {head_.at + std::chrono::minutes(minutes), std::move(kind),
                                            std::move(actor), std::move(body)}));
}

void Ballot::vote(std::int64_t seat, Choice choice, std::string reason, int minutes) {
    const bool again = votes_.contains(seat);
    const auto at = head_.at + std::chrono::minutes(minutes);
    const auto by = "delegate-" + std::to_string(seat);
    votes_[seat] = {seat, by, at, choice, std::move(reason)};
    const bool secret = record_.terms.secrecy == Secrecy::secret;
    if (again && secret) return;
    const auto act = secret  ? BallotAct::seat_took_part
                     : again ? BallotAct::vote_changed
                             : BallotAct::vote_cast;
    enter(at, act, by, vote_body(record_.ballot, seat));
}

void Ballot::close(const std::vector<std::string>& certifiers) {
    std::map<std::string, SecretVote> by_tracker;
    for (const auto& [seat, vote] : votes_) {
        const auto tracker = base::sha256_hex("a key of the test" + std::to_string(seat)).substr(0, 32);
        by_tracker[tracker] = {tracker, vote.choice, vote.reason};
        if (record_.terms.secrecy == Secrecy::open) record_.open_votes.push_back(vote);
    }
    if (record_.terms.secrecy == Secrecy::secret)
        for (const auto& [tracker, vote] : by_tracker)
            record_.secret_votes.push_back(vote);
    const auto at = record_.terms.closes;
    enter(at, BallotAct::votes_entered, "program", votes_body(record_));
    enter(at, BallotAct::result_declared, "program", result_body(record_));
    const auto declared = head_.hash;
    for (const auto& certifier : certifiers)
        enter(at + std::chrono::hours(1), BallotAct::result_certified, certifier,
              certification_body(record_.ballot, declared));
}

Rule rule(Preset preset) {
    return {{1, 2, Boundary::at_least}, threshold(preset)};
}

Ballot full(Secrecy secrecy) {
    Ballot ballot(secrecy, rule(Preset::two_thirds), 9);
    ballot.vote(3, Choice::decline, "Too dear.");
    ballot.vote(15, Choice::approve);
    ballot.add("seat_took_part", "delegate-3", vote_body(6, 3)); // of another ballot in the same ledger
    ballot.vote(6, Choice::approve_with_comments, "Say what \"alone\" means.");
    ballot.vote(27, Choice::abstain);
    ballot.add("center_left", "siobhan-o-dea", {{"center", "Harrow Township"}, {"seat", 27}});
    ballot.vote(3, Choice::approve);
    ballot.vote(9, Choice::recuse, "We sell the seals.");
    ballot.vote(21, Choice::decline, "Nous sommes trois, dont une à mi-temps. 😀");
    ballot.vote(12, Choice::approve);
    ballot.close();
    ballot.add("ballot_voided", "siobhan-o-dea", voiding_body(7, "A delegate voted by mistake."));
    ballot.add("stage_changed", "siobhan-o-dea", {{"to", "draft"}, {"reason", "To be voted on again."}});
    return ballot;
}

json::object parsed(const std::string& record) {
    return json::parse(record).as_object();
}

std::string text(const json::object& record) {
    return canonical_json(record) + "\n";
}

void rehash(json::object& record) {
    std::string previous(64, '0'), declared;
    std::int64_t sequence = 0;
    for (auto& value : record.at("ledger").as_array()) {
        auto& entry = value.as_object();
        const std::string kind(entry.at("kind").as_string());
        if (kind == "result_certified" && !declared.empty())
            entry.at("body").as_object()["result"] = declared;
        entry["sequence"] = ++sequence;
        entry["previous"] = previous;
        entry.erase("hash");
        previous = base::sha256_hex(canonical_json(entry));
        entry["hash"] = previous;
        if (kind == "result_declared") declared = previous;
    }
    record["head"] = previous;
}

std::string verdict(const std::string& record) {
    return report(verify(record));
}

} // namespace samples
