// People of some Centers around a ballot, in any migrated data file: who proposes, who opens, who speaks for
// the seats; and the ways to a ballot that is open, voted in, closed, certified.
#pragma once

#include "base/text.hpp"
#include "members/members.hpp"
#include "standards/ballots/ballots.hpp"
#include "standards/proposals/proposals.hpp"
#include "store/database.hpp"

#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

namespace testing {

using namespace std::chrono_literals;

template <class T> T given(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().detail);
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

inline const standards::Rule two_thirds{{1, 2, standards::Boundary::at_least},
                                        standards::threshold(standards::Preset::two_thirds)};

class BallotHall {
  public:
    /// So many Centers ("Center 001 County"), each with a delegate.
    BallotHall(store::Database& database, int centers, base::Time now,
               base::Random random = base::system_random())
        : database_(database), keys_(database.file()), random_(std::move(random)) {
        database.write([&](store::Writer& db) {
            author = person(db, "Noor Author", site::Role::coach, {}, now);
            steward = person(db, "Sam Opener", site::Role::steward, {}, now);
            other_steward = person(db, "Linh Certifier", site::Role::steward, {}, now);
            for (int number = 1; number <= centers; ++number)
                add_center(db, number, now);
        });
    }

    site::Viewer person(store::Writer& db, const std::string& name, site::Role role, base::CenterId center,
                        base::Time now) {
        members::NewMember member;
        member.name = name;
        member.email = base::slug(name) + "@example.org";
        member.role = role;
        if (center) member.center = center;
        const auto id = given(members::add_member(db, member, now));
        return {.id = id, .center = center, .role = role, .handle = base::slug(name), .name = name};
    }
    /// A Center with a delegate, who is added to `clerks`.
    void add_center(store::Writer& db, int number, base::Time now) {
        const auto digits = std::to_string(number);
        const auto name = "Center " + std::string(3 - digits.size(), '0') + digits + " County";
        const auto center = given(members::add_center(db, {"", name, "county", "OH", 900, ""}, now));
        clerks.push_back(person(db, "Clerk " + digits, site::Role::member, center, now));
        given(members::set_delegates(db, center, {clerks.back().id}));
    }

    /// A proposal whose consultation closes an hour after `at`.
    standards::ProposalId consult(base::Time at, const std::string& title = "Two people") {
        return database_.write([&](store::Writer& db) {
            const auto id = given(standards::propose(
                db, author,
                {.title = title,
                 .body = "A Center leaves nobody alone.\n\n## Clauses\n\n### The rule is in "
                         "writing\n\nIt names who."},
                at));
            for (std::size_t i = 0; i < 3; ++i)
                given(standards::endorse(db, clerks.at(i), id, at));
            given(standards::change_stage(db, steward, id, {standards::Stage::draft, "Wanted"}, at));
            given(standards::change_stage(db, steward, id, {standards::Stage::consultation, "Ready", at + 1h},
                                          at));
            return id;
        });
    }
    /// On the newest revision where the opening names none.
    base::Result<standards::BallotId> try_open(standards::ProposalId id, standards::Opening opening,
                                               base::Time at) {
        return database_.write([&](store::Writer& db) {
            if (opening.revision == 0) opening.revision = standards::find_proposal(db, id)->revision;
            return standards::open_ballot(db, keys_, random_, steward, id, opening, at);
        });
    }
    /// A ballot of the Centers that opens at `at` and closes a day later, on a proposal of its own.
    standards::BallotId open(standards::Secrecy secrecy, base::Time at, standards::Rule rule = two_thirds) {
        const auto id = consult(at - 2h);
        return given(try_open(id, {standards::Electorate::centers, secrecy, rule, at + 24h}, at));
    }

    base::Result<std::string> vote(const site::Viewer& who, standards::BallotId ballot,
                                   standards::Choice choice, base::Time at, const std::string& reason = {}) {
        return database_.write([&](store::Writer& db) {
            return standards::cast_vote(db, keys_, random_, who, ballot, {choice, reason}, at);
        });
    }
    int settle(base::Time at) {
        const int closed =
            database_.write([&](store::Writer& db) { return standards::settle_due(db, keys_, at); });
        const auto connection = database_.open_reader();
        store::Reader reader(*connection);
        standards::destroy_spent_keys(reader, keys_);
        return closed;
    }
    base::Result<> certify(const site::Viewer& who, standards::BallotId ballot, base::Time at) {
        return database_.write([&](store::Writer& db) { return standards::certify(db, who, ballot, at); });
    }

    [[nodiscard]] const standards::BallotKeys& keys() const { return keys_; }

    site::Viewer author;
    site::Viewer steward;
    site::Viewer other_steward;
    std::vector<site::Viewer> clerks; // one a Center

  private:
    store::Database& database_;
    standards::BallotKeys keys_;
    base::Random random_;
};

} // namespace testing
