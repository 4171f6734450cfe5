#include "tests/support/adopted_standard.hpp"

#include "base/text.hpp"

#include <stdexcept>

namespace testing {
namespace {

using namespace standards;
using namespace std::chrono_literals;

constexpr const char* text = "A Center never leaves voted ballots with one person alone.\n\n"
                             "## Clauses\n\n"
                             "### The rule is in writing\n\nIt names who, where and when. @birch-clerk wrote "
                             "ours.\n\n"
                             "### Two names stand for every transfer\n\n"
                             "## Why it matters\n\nNobody is suspected.\n\n"
                             "## Evidence\n\n- [[chain-of-custody]]\n";

/// Runs the job on the scene's writer; a refusal is a mistake of the test.
template <class Job> auto done(Scene& scene, Job&& job) {
    auto result = scene.database().write(job);
    if (!result) throw std::runtime_error(result.error().detail);
    if constexpr (requires { *result; }) return *result;
}

site::Viewer add_clerk(Scene& scene, const std::string& center) {
    const auto id = done(scene, [&](store::Writer& db) {
        return members::add_center(db, {base::slug(center), center, "county", "OH", 900, ""}, scene.now());
    });
    const auto member = scene.add_person(center + " Clerk", site::Role::member, base::slug(center));
    done(scene, [&](store::Writer& db) { return members::set_delegates(db, id, {member}); });
    return {.id = member, .center = id, .handle = base::slug(center + " Clerk"), .name = center + " Clerk"};
}

site::Viewer add_steward(Scene& scene, const std::string& name) {
    const auto member = scene.add_person(name, site::Role::steward);
    return {.id = member, .role = site::Role::steward, .handle = base::slug(name), .name = name};
}

void change(Scene& scene, const site::Viewer& steward, ProposalId id, const StageChange& change) {
    done(scene, [&](store::Writer& db) { return change_stage(db, steward, id, change, scene.now()); });
}

/// One comment on the first clause, and its answer.
CommentId consult(Scene& scene, const AdoptedStandard& all, ProposalId id) {
    const auto revision = find_proposal(scene.reader(), id)->revision;
    const auto made = done(scene, [&](store::Writer& db) {
        return comment(db, all.clerks[1], id, {"c1", revision, "We write it in pencil."}, scene.now());
    });
    scene.pass(25h);
    done(scene, [&](store::Writer& db) {
        return dispose(db, all.stewards[0], made, Disposition::declined, "Pencil can be rubbed out.", false,
                       scene.now());
    });
    return made;
}

} // namespace

AdoptedStandard::AdoptedStandard(Scene& scene, const std::string& title) {
    for (const auto* center : {"Birch", "Calder", "Dunmore", "Eastmere", "Fallow"})
        clerks.push_back(add_clerk(scene, center));
    for (const auto* name : {"Stella Facilitator", "Stefan Facilitator"})
        stewards.push_back(add_steward(scene, name));
    proposal = done(scene, [&](store::Writer& db) {
        return propose(db, clerks[0], {.title = title, .body = text}, scene.now());
    });
    for (std::size_t i = 0; i < 3; ++i)
        done(scene, [&](store::Writer& db) { return endorse(db, clerks[i], proposal, scene.now()); });
    change(scene, stewards[0], proposal, {Stage::draft, "Three Centers want it"});
    ballot = adopt(scene, proposal);
    for (const auto& standard : list_standards(scene.reader()))
        if (standard.proposal == proposal) number = standard.number;
}

BallotId AdoptedStandard::adopt(Scene& scene, ProposalId id) {
    change(scene, stewards[0], id, {Stage::consultation, "It is ready", scene.now() + 24h});
    comment = consult(scene, *this, id);
    const BallotKeys keys(scene.database().file());
    const auto random = base::system_random();
    const Opening opening{.rule = {{1, 2}, threshold(Preset::two_thirds)},
                          .closes = scene.now() + 24h,
                          .revision = find_proposal(scene.reader(), id)->revision};
    const auto opened = done(scene, [&](store::Writer& db) {
        return open_ballot(db, keys, random, stewards[0], id, opening, scene.now());
    });
    for (std::size_t i = 0; i < clerks.size(); ++i) {
        const auto vote =
            i + 1 < clerks.size() ? Vote{Choice::approve} : Vote{Choice::decline, "We are alone at night."};
        done(scene, [&](store::Writer& db) {
            return cast_vote(db, keys, random, clerks[i], opened, vote, scene.now());
        });
    }
    scene.pass(25h);
    scene.database().write([&](store::Writer& db) { return settle_due(db, keys, scene.now()); });
    for (const auto& steward : stewards)
        done(scene, [&](store::Writer& db) { return certify(db, steward, opened, scene.now()); });
    return opened;
}

} // namespace testing
