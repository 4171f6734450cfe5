// A result that was certified takes effect: the number, the version, the index.
#include "members/members.hpp"
#include "server/url.hpp"
#include "standards/ledger_store.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/register/register_index.hpp"
#include "standards/register/register_store.hpp"

namespace standards {
namespace {

constexpr std::chrono::years reviewed_within{2}; // from the adoption

std::chrono::year_month_day day_of(base::Time at) {
    return std::chrono::floor<std::chrono::days>(at);
}

/// A day is kept as its noon UTC, which falls on that day everywhere in the country.
base::Time review_day(base::Time adopted) {
    auto day = day_of(adopted) + reviewed_within;
    if (!day.ok()) day = day.year() / day.month() / std::chrono::last; // February 29
    return std::chrono::sys_days(day) + std::chrono::hours(12);
}

/// The version before stays where it is, and its ledger says which one follows.
void end_version_before(store::Writer& db, const StandardVersion& before, int next, std::string_view actor,
                        base::Time at) {
    enter(db, before.proposal, at, "standard_superseded", actor,
          {{"number", before.number},
           {"version", before.version},
           {"replaced_by", before.number},
           {"replaced_by_version", next}});
}

} // namespace

void publish_standard(store::Writer& db, ProposalId id, BallotId ballot, const site::Viewer& by,
                      base::Time at) {
    const auto proposal = find_proposal(db, id).value();
    const auto standard =
        proposal.revises ? *proposal.revises : add_standard(db, static_cast<int>(day_of(at).year()));
    const auto before = find_standard(db, standard);
    const int version = before ? before->version + 1 : 1;
    if (before) set_in_force(db, standard);
    add_version(db, {standard, version, id, ballot, proposal.revision, proposal.title, at, review_day(at)});
    const auto published = find_standard(db, standard).value();
    set_stage(db, id, Stage::adopted, by.handle, "Adopted as " + name_of(published), at);
    enter(db, id, at, "standard_published", by.handle, {{"number", published.number}, {"version", version}});
    if (before) end_version_before(db, *before, version, by.handle, at);
    index_standard(db, published);
    members::audit(db, by.id, "published a standard",
                   server::link<"/standards/{}/versions/{}">(published.number, version).text(),
                   published.title, at);
}

} // namespace standards
