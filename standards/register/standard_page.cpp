#include "standards/register/standard_page.hpp"

#include "standards/register/register_store.hpp"

#include <algorithm>

namespace standards {
namespace {

std::optional<Decision> read_decision(store::Reader& db, const StandardVersion& version) {
    auto ballot = find_ballot(db, version.ballot);
    if (!ballot) return std::nullopt;
    auto comments = comments_of(db, version.proposal);
    std::erase_if(comments, [](const Comment& comment) { return !comment.disposition; });
    auto result = result_of(db, version.ballot);
    auto votes = public_votes(db, *ballot);
    auto absent = absent_centers(db, *ballot);
    return Decision{*std::move(ballot), std::move(result), std::move(votes), std::move(absent),
                    std::move(comments)};
}

} // namespace

StandardPage read_standard_page(site::Context& c, const StandardVersion& version) {
    StandardPage page{.version = version, .versions = versions_of(c.db, version.id)};
    page.text = text_of(c.db, version);
    page.replaces = numbers_replaced_by(c.db, version.id);
    page.decision = read_decision(c.db, version);
    page.totals = adoption_totals(c.db, version.id);
    if (!c.viewer.signed_in()) return page;
    page.shared = shared_adoptions(c.db, version.id);
    if (c.viewer.center) {
        page.own = adoption_of(c.db, c.viewer.center, version.id);
        page.own_is_shared = is_shared(c.db, c.viewer.center, version.id);
    }
    page.revision = open_revision_of(c.db, version.id);
    return page;
}

int clauses_met(const std::vector<ClauseAdoption>& own) {
    return static_cast<int>(std::ranges::count(own, AdoptionStatus::met, &ClauseAdoption::status));
}

} // namespace standards
