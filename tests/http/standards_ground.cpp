#include "tests/http/standards_ground.hpp"

#include "members/members.hpp"
#include "standards/register/register.hpp"
#include "tests/support/must.hpp"

namespace testing {
namespace {

using namespace standards;
using namespace std::chrono_literals;

constexpr const char* text =
    "A Center never leaves voted ballots with one person alone.\n\n"
    "## Clauses\n\n### The rule is in writing {#c1}\n\nIt names who, where and when.\n\n"
    "### Two names stand for every transfer {#c2}\n\nAlso at night.\n\n"
    "## Why it matters\n\nNobody is suspected.\n\n## Evidence\n\n- [[chain-of-custody]]\n";

struct Maker {
    store::Writer& db;
    const BallotKeys keys;
    const base::Random random;
    base::Time now;
    site::Viewer delegate;
    site::Viewer steward;
    site::Viewer proposer;
    std::vector<site::Viewer> clerks{}; // of four more Centers

    void add_people() {
        must(members::set_delegates(db, delegate.center, {delegate.id}));
        for (const auto* name : {"Birch Hollow Town", "Calder County", "Dunmore City", "Eastmere County"}) {
            const auto center = must(members::add_center(db, {"", name, "county", "OH", 900, ""}, now));
            members::NewMember person;
            person.name = "Clerk of " + std::string(name);
            person.email = base::slug(name) + "@example.org";
            person.center = center;
            const auto id = must(members::add_member(db, person, now));
            must(members::set_delegates(db, center, {id}));
            clerks.push_back(
                {.id = id, .center = center, .handle = base::slug(person.name), .name = person.name});
        }
    }

    ProposalId consulting(const std::string& title, base::Time at, base::Time closes) {
        const auto id = must(propose(db, proposer, {.title = title, .body = text}, at));
        for (std::size_t i = 0; i < 3; ++i)
            must(endorse(db, clerks[i], id, at));
        must(change_stage(db, steward, id, {Stage::draft, "Three Centers want it"}, at));
        must(change_stage(db, steward, id, {Stage::consultation, "It is ready", closes}, at));
        return id;
    }
    BallotId opened(const std::string& title, Secrecy secrecy, base::Time opens, base::Time closes) {
        const auto proposal = consulting(title, opens - 48h, opens - 24h);
        const Rule rule{{1, 2, Boundary::at_least}, threshold(Preset::two_thirds)};
        return must(open_ballot(db, keys, random, steward, proposal,
                                {Electorate::centers, secrecy, rule, closes, 1}, opens));
    }
    void vote(BallotId ballot, base::Time at) {
        must(cast_vote(db, keys, random, clerks[0], ballot, {Choice::approve}, at));
        must(
            cast_vote(db, keys, random, clerks[1], ballot, {Choice::decline, "Three people work here."}, at));
        must(cast_vote(db, keys, random, clerks[2], ballot,
                       {Choice::approve_with_comments, "Say what “alone” means."}, at));
    }
};

} // namespace

StandardsGround make_standards(Scene& scene, const site::Viewer& delegate, const site::Viewer& steward,
                               const site::Viewer& proposer) {
    const auto now = scene.now();
    StandardsGround ground;
    scene.database().write([&](store::Writer& db) {
        Maker make{
            db, BallotKeys(scene.database().file()), base::system_random(), now, delegate, steward, proposer};
        make.add_people();
        ground.idea = must(propose(db, delegate, {.title = "Plain language", .body = text}, now));
        ground.consultation = make.consulting("Chance to cure", now - 24h, now + 24h * 7);
        must(save_proposal(db, steward, ground.consultation, 1,
                           {.title = "Chance to cure", .body = text + std::string("- #1\n")}, now - 2h));
        ground.comment = must(comment(db, delegate, ground.consultation, {"c1", 1, "Which people?"}, now));
        ground.consulted = make.consulting("Wait time", now - 48h, now - 24h);
        ground.certified = make.opened("Two people", Secrecy::secret, now - 24h * 10, now - 24h * 8);
        make.vote(ground.certified, now - 24h * 9);
        ground.closed = make.opened("Chain of custody log", Secrecy::open, now - 24h * 5, now - 24h);
        make.vote(ground.closed, now - 24h * 4);
        ground.open = make.opened("Written procedures", Secrecy::secret, now - 24h, now + 24h * 2);
        make.vote(ground.open, now - 1h);
        settle_due(db, make.keys, now);
        must(certify(db, steward, ground.certified, now));
        must(certify(db, make.clerks[3], ground.certified, now));
        ground.number = list_standards(db).at(0).number;
    });
    destroy_spent_keys(scene.reader(), BallotKeys(scene.database().file()));
    return ground;
}

} // namespace testing
