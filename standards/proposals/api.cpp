#include "standards/proposals/api.hpp"

#include "revisions/api.hpp"
#include "site/json.hpp"
#include "standards/ledger_store.hpp"
#include "standards/proposals/acts.hpp"
#include "standards/proposals/comment_store.hpp"
#include "standards/proposals/proposal_form.hpp"
#include "standards/proposals/proposal_store.hpp"
#include "standards/proposals/proposal_view.hpp"
#include "standards/proposals/stage_input.hpp"

#include <algorithm>

namespace standards::api {
namespace {

namespace json = boost::json;

json::value time_or_null(const std::optional<base::Time>& time) {
    return time ? json::value(base::iso_time(*time)) : json::value(nullptr);
}

json::value text_or_null(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

/// What lists and single proposals share.
json::object common(const Proposal& proposal) {
    return {{"id", proposal.id.value},
            {"title", proposal.title},
            {"stage", base::enum_text(proposal.stage)},
            {"revision", proposal.revision},
            {"consultation_closes", time_or_null(proposal.consultation_closes)},
            {"revises", text_or_null(proposal.revises_number)},
            {"endorsements", proposal.endorsements},
            {"comments", proposal.comments},
            {"open_comments", proposal.open_comments},
            {"created_at", base::iso_time(proposal.created_at)},
            {"changed_at", base::iso_time(proposal.changed_at)},
            {"address", address_of(proposal).text()}};
}

/// A proposal with its text.
json::object whole(store::Reader& db, ProposalId id) {
    const auto proposal = find_proposal(db, id).value();
    const auto body = revisions::newest(db, proposal.text).body;
    const auto text = read_text(body).value_or(ProposalText{});
    auto object = common(proposal);
    object["body"] = body;
    object["html"] = revisions::rendered(db, proposal.text).html;
    json::array clauses;
    for (const auto& clause : text.clauses)
        clauses.push_back(
            json::object{{"id", clause.id}, {"heading", clause.heading}, {"body", clause.body}});
    object["statement"] = text.statement;
    object["clauses"] = std::move(clauses);
    json::array authors;
    for (const auto& author : authors_of(db, id))
        authors.push_back(json::object{{"name", author.name}, {"handle", author.handle}});
    object["authors"] = std::move(authors);
    json::array centers;
    for (const auto& endorsement : endorsements_of(db, id))
        centers.push_back(json::object{{"slug", endorsement.center_slug}, {"name", endorsement.center_name}});
    object["endorsed_by"] = std::move(centers);
    object["standard"] = text_or_null(standard_number(db, id).value_or(""));
    return object;
}

json::object to_json(const Comment& comment) {
    json::object object{
        {"id", comment.id.value},
        {"clause", text_or_null(comment.clause)},
        {"revision", comment.revision},
        {"author", json::object{{"name", comment.author_name}, {"handle", comment.author_handle}}},
        {"center", text_or_null(comment.author_center)},
        {"at", base::iso_time(comment.at)},
        {"withdrawn_at", time_or_null(comment.withdrawn_at)},
        {"body", comment.withdrawn_at ? "" : comment.body},
        {"html", comment.withdrawn_at ? "" : comment.html},
        {"amendment", comment.withdrawn_at ? json::value(nullptr) : text_or_null(comment.amendment)},
        {"disposition", nullptr}};
    if (comment.disposition)
        object["disposition"] = json::object{{"kind", base::enum_text(*comment.disposition)},
                                             {"reason", comment.disposition_reason},
                                             {"by", comment.disposed_by},
                                             {"at", time_or_null(comment.disposed_at)}};
    return object;
}

server::Response conflict(site::Context& c, const Proposal& proposal, const NewProposal& mine,
                          revisions::Saved saved) {
    return revisions::conflict_json(c,
                                    revisions::conflict_of(c.db, proposal.text, {mine.title, mine.body, {}},
                                                           std::move(saved), address_of(proposal)));
}

/// The proposal as it is after an act, or the act's problem.
server::Response after(site::Context& c, ProposalId id, const base::Result<>& act) {
    return act ? site::json(whole(c.db, id)) : site::problem(c, act.error());
}

} // namespace

server::Response list_proposals(site::Context& c) {
    const auto limit =
        static_cast<int>(std::clamp<std::int64_t>(c.query.number("limit").value_or(50), 1, 100));
    const auto cursor = site::Cursor::parse(c.query.raw("cursor"));
    const auto stage = base::parse_enum<Stage>(c.query.line("stage"));
    server::Complaints complaints;
    if (c.query.has("cursor") && !cursor) complaints.add("cursor", "This cursor is none of ours.");
    if (c.query.has("stage") && !stage) complaints.add("stage", "There is no such stage.");
    if (complaints.any()) return site::problem(c, complaints.problem());
    auto proposals = list_proposals_below(c.db, stage, cursor, limit + 1);
    std::optional<std::string> next;
    if (proposals.size() > static_cast<std::size_t>(limit)) {
        proposals.pop_back();
        next = site::Cursor{proposals.back().changed_at.time_since_epoch().count(), proposals.back().id.value}
                   .text();
    }
    json::array items;
    for (const auto& proposal : proposals)
        items.push_back(common(proposal));
    return site::listed(std::move(items), next);
}

server::Response create_proposal(site::Context& c) {
    const auto sent = read_proposal(c);
    const auto id = c.write([&](store::Writer& db) { return propose(db, c.viewer, sent, c.now); });
    if (!id) return site::problem(c, id.error());
    return site::created(whole(c.db, *id), server::link<"/api/v1/proposals/{}">(*id));
}

server::Response show_proposal(site::Context& c, ProposalId id) {
    if (!find_proposal(c.db, id)) return no_such_proposal(c);
    return site::json(whole(c.db, id));
}

server::Response save_proposal(site::Context& c, ProposalId id) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);
    auto mine = read_proposal(c);
    if (!c.input.has("title")) mine.title = proposal->title;
    auto saved = save_sent(c, *proposal, mine);
    if (!saved) return site::problem(c, saved.error());
    if (saved->how == revisions::Saving::conflict) return conflict(c, *proposal, mine, *std::move(saved));
    auto object = whole(c.db, id);
    object["merged"] = saved->how == revisions::Saving::merged;
    return site::json(object);
}

server::Response change_stage(site::Context& c, ProposalId id) {
    if (!find_proposal(c.db, id)) return no_such_proposal(c);
    const auto change = read_stage_change(c);
    if (!change) return site::problem(c, change.error());
    return after(c, id, c.write([&](store::Writer& db) {
        return standards::change_stage(db, c.viewer, id, *change, c.now);
    }));
}

server::Response endorse(site::Context& c, ProposalId id) {
    return after(c, id,
                 c.write([&](store::Writer& db) { return standards::endorse(db, c.viewer, id, c.now); }));
}

server::Response take_endorsement_back(site::Context& c, ProposalId id) {
    return after(c, id, c.write([&](store::Writer& db) {
        return standards::take_endorsement_back(db, c.viewer, id, c.now);
    }));
}

server::Response list_comments(site::Context& c, ProposalId id) {
    if (!find_proposal(c.db, id)) return no_such_proposal(c);
    json::array items;
    for (const auto& comment : comments_of(c.db, id))
        items.push_back(to_json(comment));
    return site::listed(std::move(items), std::nullopt);
}

server::Response create_comment(site::Context& c, ProposalId id) {
    const auto revision = c.input.number("revision").value_or(0);
    const NewComment sent{c.input.line("clause"),
                          revision > 0 && revision < 1'000'000'000 ? static_cast<int>(revision) : 0,
                          c.input.text("body"), c.input.text("amendment")};
    const auto made =
        c.write([&](store::Writer& db) { return standards::comment(db, c.viewer, id, sent, c.now); });
    if (!made) return site::problem(c, made.error());
    return site::created(to_json(find_comment(c.db, *made).value()),
                         server::link<"/api/v1/comments/{}">(*made));
}

server::Response show_comment(site::Context& c, CommentId id) {
    const auto comment = find_comment(c.db, id);
    return comment ? site::json(to_json(*comment)) : site::not_found(c, "There is no such comment.");
}

server::Response dispose(site::Context& c, CommentId id) {
    const auto disposition = base::parse_enum<Disposition>(c.input.line("disposition"));
    if (!find_comment(c.db, id)) return site::not_found(c, "There is no such comment.");
    server::Complaints complaints;
    if (!disposition)
        complaints.add("disposition", "Name one: accepted, accepted_in_part, declined or out_of_scope.");
    if (!disposition && c.input.text("reason").empty()) complaints.add("reason", "The reason is missing.");
    if (complaints.any()) return site::problem(c, complaints.problem());
    const auto disposed = c.write([&](store::Writer& db) {
        return standards::dispose(db, c.viewer, id, *disposition, c.input.text("reason"),
                                  c.input.flag("apply"), c.now);
    });
    if (!disposed) return site::problem(c, disposed.error());
    return site::json(to_json(find_comment(c.db, id).value()));
}

server::Response list_ledger(site::Context& c, ProposalId id) {
    if (!find_proposal(c.db, id)) return no_such_proposal(c);
    json::array items;
    for (const auto& entry : ledger_of(c.db, id))
        items.push_back(standards::to_json(entry));
    return site::listed(std::move(items), std::nullopt);
}

} // namespace standards::api
