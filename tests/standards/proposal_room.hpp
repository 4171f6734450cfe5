// A few people of three Centers and a steward around a proposal.
#pragma once

#include "revisions/routes.hpp"
#include "standards/ledger_store.hpp"
#include "standards/proposals/proposal_text.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/proposals/routes.hpp"
#include "tests/revisions/desk.hpp"

#include <boost/json/parse.hpp>

namespace desk {

using namespace std::chrono_literals;

inline std::vector<site::Route> proposal_room_routes() {
    auto routes = standards::proposal_routes();
    for (auto& route : revisions::routes())
        routes.push_back(std::move(route));
    return routes;
}

const std::string two_people = "A Center never leaves voted ballots with one person alone.\n\n"
                               "## Clauses\n\n"
                               "### The rule is in writing\n\nIt names who, where and when.\n\n"
                               "### Two names stand for every transfer\n\n"
                               "## Why it matters\n\nNobody is suspected.\n\n"
                               "## Evidence\n\n- #12\n";

struct ProposalRoom : Desk {
    ProposalRoom() : Desk(proposal_room_routes()) {}

    base::MemberId noor = add_person("Noor Haddad");
    base::MemberId theo = add_person("Theo Brandt");
    base::MemberId sam = add_person("Sam Steward", site::Role::steward);
    base::MemberId coach = add_person("Cleo Coach", site::Role::coach);

    /// Somebody of a Center of their own.
    site::Viewer clerk_of(const std::string& center) {
        return write([&](store::Writer& w) {
            const auto id = members::add_center(w, {"", center, "county", "OH", 900, ""}, now()).value();
            members::NewMember person;
            person.name = "Clerk of " + center;
            person.email = base::slug(center) + "@example.org";
            person.center = id;
            const auto member = members::add_member(w, person, now()).value();
            return site::Viewer{
                .id = member, .center = id, .handle = base::slug(person.name), .name = person.name};
        });
    }

    standards::ProposalId propose(base::MemberId by, const std::string& body = two_people,
                                  const std::string& title = "Two people") {
        return write([&](store::Writer& w) {
                   return standards::propose(w, viewer(by), {.title = title, .body = body}, now());
               })
            .value();
    }
    base::Result<revisions::Saved> save(base::MemberId by, standards::ProposalId id, int base,
                                        const std::string& body, const std::string& title = "Two people") {
        return write([&](store::Writer& w) {
            return standards::save_proposal(w, viewer(by), id, base, {.title = title, .body = body}, now());
        });
    }
    base::Result<> change(base::MemberId by, standards::ProposalId id, const standards::StageChange& change) {
        return write(
            [&](store::Writer& w) { return standards::change_stage(w, viewer(by), id, change, now()); });
    }
    base::Result<> endorse(const site::Viewer& clerk, standards::ProposalId id) {
        return write([&](store::Writer& w) { return standards::endorse(w, clerk, id, now()); });
    }
    void make_draft(standards::ProposalId id) {
        for (const auto* center : {"Birch Hollow Town", "Calder County", "Dunmore City"})
            REQUIRE(endorse(clerk_of(center), id));
        REQUIRE(change(sam, id, {standards::Stage::draft, "Three Centers want it"}));
    }
    /// A proposal of Noor's whose consultation is open for a week.
    standards::ProposalId consulted() {
        const auto id = propose(noor);
        make_draft(id);
        REQUIRE(change(sam, id, {standards::Stage::consultation, "It is ready", now() + 24h * 7}));
        return id;
    }
    base::Result<standards::CommentId> comment(base::MemberId by, standards::ProposalId id,
                                               const standards::NewComment& words) {
        return write([&](store::Writer& w) { return standards::comment(w, viewer(by), id, words, now()); });
    }
    base::Result<> dispose(base::MemberId by, standards::CommentId id, standards::Disposition how,
                           const std::string& reason, bool apply = false) {
        return write([&](store::Writer& w) {
            return standards::dispose(w, viewer(by), id, how, reason, apply, now());
        });
    }

    standards::Proposal found(standards::ProposalId id) { return standards::find_proposal(db(), id).value(); }
    std::string body_of(standards::ProposalId id) { return revisions::newest(db(), found(id).text).body; }
    std::vector<std::string> ids_of(standards::ProposalId id) {
        std::vector<std::string> ids;
        const auto text = standards::read_text(body_of(id)).value();
        for (const auto& clause : text.clauses)
            ids.push_back(clause.id);
        return ids;
    }
    std::string last_act(standards::ProposalId id) { return standards::ledger_of(db(), id).back().kind; }
};

inline std::string field_of(const base::Problem& problem) {
    return problem.fields.empty() ? "" : problem.fields.front().field;
}

} // namespace desk
