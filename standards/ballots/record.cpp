#include "standards/ballots/record.hpp"

#include "base/digest.hpp"
#include "standards/canonical_json.hpp"

namespace standards {
namespace {

namespace json = boost::json;

template <class T, class Write> json::array list(const std::vector<T>& things, Write write) {
    json::array array;
    for (const auto& thing : things)
        array.emplace_back(write(thing));
    return array;
}

json::object json_of(const Proposed& proposal) {
    return {{"number", proposal.number},
            {"title", proposal.title},
            {"proposers", list(proposal.proposers, [](const auto& handle) { return json::string(handle); })}};
}

json::object json_of(const BallotText& text) {
    return {{"revision", text.revision}, {"sha256", base::sha256_hex(text.content)}};
}

json::object json_of(const Threshold& threshold) {
    return {{"numerator", threshold.numerator},
            {"denominator", threshold.denominator},
            {"boundary", base::enum_text(threshold.boundary)}};
}

json::object json_of(const Terms& terms) {
    return {{"secrecy", base::enum_text(terms.secrecy)},
            {"opens", base::iso_time(terms.opens)},
            {"closes", base::iso_time(terms.closes)},
            {"rule", to_json(terms.rule)}};
}

json::object json_of(const Seat& seat) {
    return {{"seat", seat.seat}, {"name", seat.name}};
}

json::object json_of(const Counts& counts) {
    return {{"approve", counts.approve},
            {"approve_with_comments", counts.approve_with_comments},
            {"decline", counts.decline},
            {"abstain", counts.abstain},
            {"recuse", counts.recuse}};
}

json::object json_of(const OpenVote& vote) {
    return {{"seat", vote.seat},
            {"by", vote.by},
            {"at", base::iso_time(vote.at)},
            {"choice", base::enum_text(vote.choice)},
            {"reason", vote.reason}};
}

json::object json_of(const SecretVote& vote) {
    return {{"tracker", vote.tracker}, {"choice", base::enum_text(vote.choice)}, {"reason", vote.reason}};
}

json::array votes_of(const Record& record) {
    const auto write = [](const auto& vote) { return json_of(vote); };
    return record.terms.secrecy == Secrecy::open ? list(record.open_votes, write)
                                                 : list(record.secret_votes, write);
}

json::array certification_of(const Record& record) {
    json::array array;
    for (const auto& entry : record.ledger) {
        if (entry.kind != base::enum_text(BallotAct::result_certified)) continue;
        if (entry.body.at("ballot") != json::value(record.ballot)) continue;
        array.push_back(json::object{{"by", entry.actor}, {"at", base::iso_time(entry.at)}});
    }
    return array;
}

} // namespace

json::object opening_body(const Record& record) {
    return {{"ballot", record.ballot},
            {"proposal", json_of(record.proposal)},
            {"text", json_of(record.text)},
            {"terms", json_of(record.terms)},
            {"electorate", list(record.electorate, [](const auto& seat) { return json_of(seat); })},
            {"zero_report", json_of(Counts{})}};
}

json::object vote_body(std::int64_t ballot, std::int64_t seat) {
    return {{"ballot", ballot}, {"seat", seat}};
}

json::object votes_body(const Record& record) {
    return {{"ballot", record.ballot}, {"votes", votes_of(record)}};
}

json::object result_body(const Record& record) {
    return {{"ballot", record.ballot}, {"result", to_json(tally(record))}};
}

json::object certification_body(std::int64_t ballot, std::string_view result) {
    return {{"ballot", ballot}, {"result", result}};
}

json::object voiding_body(std::int64_t ballot, std::string_view reason) {
    return {{"ballot", ballot}, {"reason", reason}};
}

Result tally(const Record& record) {
    std::vector<Choice> choices;
    for (const auto& vote : record.open_votes)
        choices.push_back(vote.choice);
    for (const auto& vote : record.secret_votes)
        choices.push_back(vote.choice);
    return tally(static_cast<std::int64_t>(record.electorate.size()), record.terms.rule, choices);
}

json::object to_json(const Result& result) {
    return {{"counts", json_of(result.counts)},
            {"seats", result.seats},
            {"base", result.base},
            {"took_part", result.took_part},
            {"quorum_needed", result.quorum_needed},
            {"quorum_met", result.quorum_met()},
            {"decided", result.decided},
            {"approved", result.approved},
            {"approval_needed", result.approval_needed},
            {"approval_met", result.approval_met()},
            {"outcome", result.adopted() ? "adopted" : "not_adopted"},
            {"reason", base::enum_text(result.reason)},
            {"words", words(result)}};
}

json::object to_json(const Rule& rule) {
    return {{"quorum", json_of(rule.quorum)}, {"approval", json_of(rule.approval)}};
}

std::string write_record(const Record& record) {
    json::object file = opening_body(record);
    file["format"] = "cohort-ballot-record";
    file["version"] = 1;
    file.at("text").as_object()["content"] = record.text.content;
    file["ledger"] = list(record.ledger, [](const auto& entry) { return to_json(entry); });
    file["head"] = record.ledger.empty() ? Head{}.hash : record.ledger.back().hash;
    file["votes"] = votes_of(record);
    file["result"] = to_json(tally(record));
    file["certification"] = certification_of(record);
    return canonical_json(file) + "\n";
}

} // namespace standards
