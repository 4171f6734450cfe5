// All that the page of one version of a standard shows, read once.
#pragma once

#include "server/response.hpp"
#include "site/context.hpp"
#include "standards/register/adoption_store.hpp"
#include "standards/register/decision_store.hpp"
#include "standards/register/register.hpp"

#include <optional>
#include <string>
#include <vector>

namespace standards {

/// What a ballot said, and the consultation before it.
struct Decision {
    Ballot ballot;
    std::optional<Result> result;
    std::vector<PublicVote> votes;
    std::vector<std::string> absent;
    std::vector<Comment> comments; // that got a disposition
};

struct StandardPage {
    StandardVersion version;               // the one that is shown
    std::vector<StandardVersion> versions; // the newest first
    ProposalText text{};
    std::vector<std::string> replaces{}; // numbers of other standards
    std::optional<Decision> decision{};
    std::optional<AdoptionTotals> totals{};
    std::vector<SharedAdoption> shared{}; // for members
    std::vector<ClauseAdoption> own{};    // of the viewer's Center
    bool own_is_shared = false;
    std::optional<ProposalId> revision{}; // in the making, for members

    [[nodiscard]] const StandardVersion& newest() const { return versions.front(); }
    [[nodiscard]] bool is_newest() const { return version.version == newest().version; }
};
StandardPage read_standard_page(site::Context& c, const StandardVersion& version);

/// How many clauses of the text are met, of how many.
int clauses_met(const std::vector<ClauseAdoption>& own);

} // namespace standards
