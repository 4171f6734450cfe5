// The public register of adopted standards, and what Centers say about how far they are with them.
#pragma once

#include "base/problem.hpp"
#include "site/viewer.hpp"
#include "standards/model.hpp"
#include "standards/proposals/proposal_text.hpp"
#include "store/writer.hpp"

#include <optional>
#include <string>
#include <vector>

namespace standards {

/// Gives an adopted proposal its number and version ("CE-2027-01" and 1; the next version where it revises
/// one), moves the stage to `adopted`, puts the standard into the index and tells those who watch. Called by
/// certify; `by` is who certified last.
void publish_standard(store::Writer& db, ProposalId proposal, BallotId ballot, const site::Viewer& by,
                      base::Time at);

struct StandardVersion {
    StandardId id;
    std::string number; // "CE-2027-01"
    int version;
    StandardStatus status;
    std::string title;
    ProposalId proposal;
    BallotId ballot;
    int revision;
    base::Time adopted_at;
    base::Time review_by;
    std::string replaced_by; // number of another standard; ""
    std::optional<base::Time> retired_at;
    std::string retired_reason;
};
constexpr int most_standards = 10'000;
/// The newest version of each standard, the newest number first.
std::vector<StandardVersion> list_standards(store::Reader& db, int limit = most_standards);
/// The newest version, or that one.
std::optional<StandardVersion> find_standard(store::Reader& db, std::string_view number,
                                             std::optional<int> version = {});
std::vector<StandardVersion> versions_of(store::Reader& db, StandardId standard);
/// The version that this ballot made; nothing where it is not certified, or adopted nothing.
std::optional<StandardVersion> find_version_of(store::Reader& db, BallotId ballot);
/// What that version says: its clauses in their order.
ProposalText text_of(store::Reader& db, const StandardVersion& version);

constexpr int most_ending_reason = 2'000;
/// Stewards, with a reason: out of force, or replaced by another number that is in force.
base::Result<> retire_standard(store::Writer& db, const site::Viewer& viewer, std::string_view number,
                               const std::string& replaced_by, const std::string& reason, base::Time at);
/// A new draft from the newest version, for a member who wants it better: its text, revised.
base::Result<ProposalId> revise_standard(store::Writer& db, const site::Viewer& viewer,
                                         std::string_view number, base::Time at);

struct ClauseAdoption {
    std::string clause;
    AdoptionStatus status;
    std::string note{};
    std::string evidence{}; // an address: https or a path here

    bool operator==(const ClauseAdoption&) const = default;
};
constexpr int most_adoption_note = 2'000;
constexpr int most_evidence = 500;
/// A member for the own Center. Clauses that are not named stay as they are. Fails with `invalid` at
/// "evidence_c3" and the like.
base::Result<> adopt(store::Writer& db, const site::Viewer& viewer, std::string_view number,
                     const std::vector<ClauseAdoption>& clauses, bool shared, base::Time at);
std::vector<ClauseAdoption> adoption_of(store::Reader& db, CenterId center, StandardId standard);

/// How many Centers say what of a clause; shown only where five or more have said something of the standard,
/// and only the clauses of which five or more have.
struct AdoptionTotals {
    int centers = 0; // that said something of the standard
    struct OfClause {
        std::string clause;
        int met = 0;
        int in_progress = 0;
        int not_yet = 0;
        int not_applicable = 0;
    };
    std::vector<OfClause> clauses;
};
constexpr int fewest_for_totals = 5;
/// Nothing where fewer have said something.
std::optional<AdoptionTotals> adoption_totals(store::Reader& db, StandardId standard);

std::vector<std::string> check_register(store::Reader& db);
void rebuild_register(store::Writer& db);

} // namespace standards
