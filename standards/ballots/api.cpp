#include "standards/ballots/api.hpp"

#include "site/json.hpp"
#include "standards/ballots/ballot_record.hpp"
#include "standards/ballots/ballot_store.hpp"
#include "standards/ballots/ballot_words.hpp"
#include "standards/ballots/opening_input.hpp"

#include <algorithm>

namespace standards::api {
namespace {

namespace json = boost::json;
using server::link;

json::value time_or_null(const std::optional<base::Time>& time) {
    return time ? json::value(base::iso_time(*time)) : json::value(nullptr);
}

json::value text_or_null(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value outcome_or_null(const Ballot& ballot) {
    if (!ballot.settled_at) return nullptr;
    return ballot.adopted ? "adopted" : "not_adopted";
}

/// What lists and single ballots share.
json::object common(const Ballot& ballot) {
    return {{"id", ballot.id.value},
            {"proposal", {{"id", ballot.proposal.value}, {"title", ballot.title}}},
            {"revision", ballot.revision},
            {"sha256", ballot.sha256},
            {"state", base::enum_text(state_of(ballot))},
            {"electorate", base::enum_text(ballot.electorate)},
            {"secrecy", base::enum_text(ballot.secrecy)},
            {"rule", to_json(ballot.rule)},
            {"opens", base::iso_time(ballot.opens)},
            {"closes", base::iso_time(ballot.closes)},
            {"opened_by", ballot.opened_by},
            {"seats", ballot.seats},
            {"took_part", ballot.took_part},
            {"outcome", outcome_or_null(ballot)},
            {"certified_at", time_or_null(ballot.certified_at)},
            {"voided_at", time_or_null(ballot.voided_at)},
            {"voided_reason", text_or_null(ballot.voided_reason)},
            {"address", link<"/ballots/{}">(ballot.id).text()}};
}

json::value json_of(const std::optional<OwnVote>& own) {
    if (!own) return nullptr;
    return json::object{{"seat", own->seat},
                        {"name", own->name},
                        {"took_part", own->took_part},
                        {"choice", own->vote ? json::value(base::enum_text(own->vote->choice)) : nullptr},
                        {"reason", own->vote ? text_or_null(own->vote->reason) : nullptr},
                        {"tracker", text_or_null(own->tracker)}};
}

server::Response whole(site::Context& c, const Ballot& ballot, int status = 200) {
    const BallotKeys keys(c.services.database.file());
    auto object = common(ballot);
    object["own"] = json_of(own_vote(c.db, keys, c.viewer, ballot.id));
    object["result"] = nullptr;
    object["votes"] = nullptr;
    object["certified_by"] = json::array();
    if (ballot.settled_at) {
        const auto votes = read_votes(c.db, ballot);
        object["result"] = to_json(tally(votes));
        object["votes"] = votes_body(votes).at("votes");
        for (const auto& handle : certifiers_of(c.db, ballot))
            object["certified_by"].as_array().emplace_back(handle);
    }
    auto response =
        status == 201 ? site::created(object, link<"/api/v1/ballots/{}">(ballot.id)) : site::json(object);
    response.headers.set("Cache-Control", "no-store"); // it holds what one seat voted
    return response;
}

server::Response whole(site::Context& c, BallotId id, int status = 200) {
    return whole(c, find_ballot(c.db, id).value(), status);
}

} // namespace

server::Response create_ballot(site::Context& c, ProposalId proposal) {
    const auto opening = read_opening(c);
    if (!opening) return site::problem(c, opening.error());
    const BallotKeys keys(c.services.database.file());
    const auto opened = c.write([&](store::Writer& db) {
        return open_ballot(db, keys, c.services.random, c.viewer, proposal, *opening, c.now);
    });
    return opened ? whole(c, *opened, 201) : site::problem(c, opened.error());
}

server::Response list_ballots(site::Context& c) {
    const auto limit =
        static_cast<int>(std::clamp<std::int64_t>(c.query.number("limit").value_or(50), 1, 100));
    const auto cursor = site::Cursor::parse(c.query.raw("cursor"));
    if (c.query.has("cursor") && !cursor)
        return site::problem(c, base::fail_field("cursor", "This cursor is none of ours.").value());
    auto ballots = ballots_before(c.db, cursor, limit + 1);
    std::optional<std::string> next;
    if (ballots.size() > static_cast<std::size_t>(limit)) {
        ballots.pop_back();
        const auto& last = ballots.back();
        next = site::Cursor{last.closes.time_since_epoch().count(), last.id.value}.text();
    }
    json::array items;
    for (const auto& ballot : ballots)
        items.push_back(common(ballot));
    return site::listed(std::move(items), next);
}

server::Response show_ballot(site::Context& c, BallotId id) {
    const auto ballot = find_ballot(c.db, id);
    return ballot ? whole(c, *ballot) : site::not_found(c, "There is no such ballot.");
}

server::Response put_vote(site::Context& c, BallotId id) {
    const auto choice = base::parse_enum<Choice>(c.input.line("choice"));
    if (!choice)
        return site::problem(
            c,
            base::fail_field("choice", "Choose approve, approve_with_comments, decline, abstain or recuse.")
                .value());
    const BallotKeys keys(c.services.database.file());
    const auto cast = c.write([&](store::Writer& db) {
        return cast_vote(db, keys, c.services.random, c.viewer, id, {*choice, c.input.text("reason")}, c.now);
    });
    return cast ? whole(c, id) : site::problem(c, cast.error());
}

server::Response certify_result(site::Context& c, BallotId id) {
    const auto done = c.write([&](store::Writer& db) { return certify(db, c.viewer, id, c.now); });
    return done ? whole(c, id) : site::problem(c, done.error());
}

server::Response void_ballot(site::Context& c, BallotId id) {
    const BallotKeys keys(c.services.database.file());
    const auto done = c.write([&](store::Writer& db) {
        return standards::void_ballot(db, keys, c.viewer, id, c.input.text("reason"), c.now);
    });
    if (!done) return site::problem(c, done.error());
    destroy_spent_keys(c.db, keys);
    return whole(c, id);
}

server::Response show_record(site::Context& c, BallotId id) {
    if (const auto record = record_of(c.db, id)) return server::json(*record);
    if (!c.viewer.signed_in())
        return site::problem(c, base::ProblemKind::sign_in,
                             "Send a valid token: \"Authorization: Bearer …\".");
    return site::not_found(c, "A ballot has a record when two people have certified its result.");
}

} // namespace standards::api
