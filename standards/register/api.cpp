#include "standards/register/api.hpp"

#include "site/json.hpp"
#include "standards/register/adoption_input.hpp"
#include "standards/register/may.hpp"
#include "standards/register/public_answer.hpp"
#include "standards/register/standard_view.hpp"

namespace standards::api {
namespace {

namespace json = boost::json;
using server::link;

std::string day(base::Time time) {
    return base::iso_time(time).substr(0, 10);
}

json::value or_null(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object common(const StandardVersion& standard) {
    return {{"number", standard.number},
            {"version", standard.version},
            {"title", standard.title},
            {"status", base::enum_text(standard.status)},
            {"adopted_at", base::iso_time(standard.adopted_at)},
            {"review_by", day(standard.review_by)},
            {"replaced_by", or_null(standard.replaced_by)},
            {"retired_at", standard.retired_at ? json::value(base::iso_time(*standard.retired_at)) : nullptr},
            {"retired_reason", or_null(standard.retired_reason)},
            {"ballot", standard.ballot.value},
            {"address", address_of(standard).text()}};
}

json::array clauses_of(const StandardPage& page) {
    json::array clauses;
    for (const auto& clause : page.text.clauses)
        clauses.push_back(json::object{{"id", clause.id},
                                       {"heading", clause.heading},
                                       {"body", clause.body},
                                       {"address", version_address(page.version).text() + "#" + clause.id}});
    return clauses;
}

json::value totals_of(const std::optional<AdoptionTotals>& totals) {
    if (!totals) return nullptr;
    json::array clauses;
    for (const auto& clause : totals->clauses)
        clauses.push_back(json::object{{"clause", clause.clause},
                                       {"met", clause.met},
                                       {"in_progress", clause.in_progress},
                                       {"not_yet", clause.not_yet},
                                       {"not_applicable", clause.not_applicable}});
    return json::object{{"centers", totals->centers}, {"clauses", std::move(clauses)}};
}

/// The vote and the consultation; without names of people.
json::value decision_of(const std::optional<Decision>& decision) {
    if (!decision) return nullptr;
    json::array votes;
    for (const auto& vote : decision->votes)
        votes.push_back(json::object{{"center", or_null(vote.center)},
                                     {"choice", base::enum_text(vote.choice)},
                                     {"reason", or_null(vote.reason)}});
    json::array comments;
    for (const auto& comment : decision->comments)
        comments.push_back(json::object{{"clause", or_null(comment.clause)},
                                        {"center", or_null(comment.author_center)},
                                        {"body", comment.body},
                                        {"disposition", base::enum_text(*comment.disposition)},
                                        {"reason", comment.disposition_reason}});
    return json::object{{"result", decision->result ? json::value(words(*decision->result)) : nullptr},
                        {"votes", std::move(votes)},
                        {"comments", std::move(comments)},
                        {"record", link<"/ballots/{}/record">(decision->ballot.id).text()}};
}

json::object whole(const StandardPage& page) {
    auto object = common(page.version);
    object["statement"] = page.text.statement;
    object["clauses"] = clauses_of(page);
    object["rationale"] = page.text.rationale;
    object["evidence"] = page.text.evidence;
    json::array replaces;
    for (const auto& number : page.replaces)
        replaces.push_back(json::value(number));
    object["replaces"] = std::move(replaces);
    json::array versions;
    for (const auto& version : page.versions)
        versions.push_back(json::object{{"version", version.version},
                                        {"adopted_at", base::iso_time(version.adopted_at)},
                                        {"address", version_address(version).text()}});
    object["versions"] = std::move(versions);
    object["decision"] = decision_of(page.decision);
    object["adoption"] = totals_of(page.totals);
    return object;
}

server::Response no_such_standard(const site::Context& c) {
    return site::not_found(c, "There is no standard of this number.");
}

json::object adoption_json(site::Context& c, const StandardVersion& standard) {
    json::array clauses;
    for (const auto& said : adoption_of(c.db, c.viewer.center, standard.id))
        clauses.push_back(json::object{{"clause", said.clause},
                                       {"status", base::enum_text(said.status)},
                                       {"note", said.note},
                                       {"evidence", or_null(said.evidence)}});
    return {{"number", standard.number},
            {"shared", is_shared(c.db, c.viewer.center, standard.id)},
            {"clauses", std::move(clauses)}};
}

server::Response no_center(const site::Context& c) {
    return site::problem(c, base::ProblemKind::not_allowed,
                         "Only the people of a Center say how far it is with a standard.");
}

} // namespace

server::Response list_standards(site::Context& c) {
    json::array items;
    for (const auto& standard : standards::list_standards(c.db))
        items.push_back(common(standard));
    return for_everybody(c, site::listed(std::move(items), std::nullopt));
}

server::Response show_standard(site::Context& c, const std::string& number) {
    std::optional<int> version;
    if (c.query.has("version")) version = static_cast<int>(c.query.number("version").value_or(0));
    const auto standard = find_standard(c.db, number, version);
    if (!standard) return no_such_standard(c);
    return for_everybody(c, site::json(whole(read_standard_page(c, *standard))));
}

server::Response show_adoption(site::Context& c, const std::string& number) {
    const auto standard = find_standard(c.db, number);
    if (!standard) return no_such_standard(c);
    if (!may_adopt(c.viewer)) return no_center(c);
    return site::json(adoption_json(c, *standard));
}

server::Response save_adoption(site::Context& c, const std::string& number) {
    const auto standard = find_standard(c.db, number);
    if (!standard) return no_such_standard(c);
    if (!may_adopt(c.viewer)) return no_center(c);
    const auto input = read_adoption(c.input, text_of(c.db, *standard));
    if (!input) return site::problem(c, input.error());
    const bool shared = input->shared.value_or(is_shared(c.db, c.viewer.center, standard->id));
    const auto adopted = c.write(
        [&](store::Writer& db) { return adopt(db, c.viewer, number, input->clauses, shared, c.now); });
    if (!adopted) return site::problem(c, adopted.error());
    return site::json(adoption_json(c, *standard));
}

} // namespace standards::api
