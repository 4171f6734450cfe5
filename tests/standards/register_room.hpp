// People of six Centers, and a short way from a text to an adopted standard.
#pragma once

#include "standards/ballots/ballots.hpp"
#include "standards/ballots/settling.hpp"
#include "standards/register/adoption_store.hpp"
#include "standards/register/register.hpp"
#include "tests/standards/proposal_room.hpp"

namespace desk {

struct RegisterRoom : ProposalRoom {
    base::MemberId hana = add_person("Hana Steward", site::Role::steward);
    std::vector<site::Viewer> clerks;

    RegisterRoom() {
        for (const auto* center : {"Birch", "Calder", "Dunmore", "Eastmere", "Fallow"}) {
            clerks.push_back(clerk_of(center));
            write([&](store::Writer& w) {
                return members::set_delegates(w, clerks.back().center, {clerks.back().id});
            });
        }
    }

    /// What takes this proposal, an idea or a draft, through its consultation and a ballot that passes.
    void adopt_proposal(standards::ProposalId id) { vote_on(id, standards::Choice::approve); }
    /// The same with every Center of this choice.
    void vote_on(standards::ProposalId id, standards::Choice choice) {
        if (found(id).stage == standards::Stage::idea) {
            for (std::size_t i = 0; i < 3; ++i)
                REQUIRE(endorse(clerks[i], id));
            REQUIRE(change(sam, id, {standards::Stage::draft, "Three Centers want it"}));
        }
        REQUIRE(change(sam, id, {standards::Stage::consultation, "It is ready", now() + 24h}));
        pass(25h);
        const standards::BallotKeys keys(database().file());
        const auto random = base::system_random();
        const standards::Opening opening{
            .rule = {{1, 2}, standards::threshold(standards::Preset::two_thirds)},
            .closes = now() + 24h,
            .revision = found(id).revision};
        const auto ballot = write([&](store::Writer& w) {
            return standards::open_ballot(w, keys, random, viewer(sam), id, opening, now());
        });
        REQUIRE(ballot);
        for (const auto& clerk : clerks)
            REQUIRE(write([&](store::Writer& w) {
                return standards::cast_vote(w, keys, random, clerk, *ballot,
                                            {choice, needs_reason(choice) ? "Too dear" : ""}, now());
            }));
        pass(25h);
        write([&](store::Writer& w) { return standards::settle_due(w, keys, now()); });
        for (const auto steward : {sam, hana})
            REQUIRE(write(
                [&](store::Writer& w) { return standards::certify(w, viewer(steward), *ballot, now()); }));
    }
    /// The number under which it was adopted.
    std::string adopted(const std::string& title = "Two people", const std::string& body = two_people) {
        const auto id = propose(noor, body, title);
        adopt_proposal(id);
        return number_of(id);
    }
    std::string number_of(standards::ProposalId id) {
        for (const auto& standard : standards::list_standards(db()))
            for (const auto& version : standards::versions_of(db(), standard.id))
                if (version.proposal == id) return version.number;
        return "";
    }
    standards::StandardVersion standard(const std::string& number, std::optional<int> version = {}) {
        return standards::find_standard(db(), number, version).value();
    }

    base::Result<standards::ProposalId> revise(base::MemberId by, const std::string& number) {
        return write(
            [&](store::Writer& w) { return standards::revise_standard(w, viewer(by), number, now()); });
    }
    base::Result<> retire(base::MemberId by, const std::string& number, const std::string& replaced_by = "",
                          const std::string& reason = "The law has it now") {
        return write([&](store::Writer& w) {
            return standards::retire_standard(w, viewer(by), number, replaced_by, reason, now());
        });
    }
    base::Result<> say(const site::Viewer& clerk, const std::string& number,
                       const std::vector<standards::ClauseAdoption>& clauses, bool shared = false) {
        return write(
            [&](store::Writer& w) { return standards::adopt(w, clerk, number, clauses, shared, now()); });
    }
};

} // namespace desk
