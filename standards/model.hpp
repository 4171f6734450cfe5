// The words of the standards as types: what a proposal, a ballot and a standard are called and where they
// stand.
#pragma once

#include "base/clock.hpp"
#include "base/enum_text.hpp"
#include "base/id.hpp"

#include <array>
#include <string_view>

namespace standards {

using base::CenterId;
using base::MemberId;
using base::TextId;
using ProposalId = base::Id<struct ProposalTag>;
using CommentId = base::Id<struct CommentTag>;
using BallotId = base::Id<struct BallotTag>;
using StandardId = base::Id<struct StandardTag>;

enum class Stage { idea, draft, consultation, ballot, adopted, not_adopted, withdrawn };
constexpr auto enum_names(Stage) {
    return std::array<std::string_view, 7>{"idea",    "draft",       "consultation", "ballot",
                                           "adopted", "not_adopted", "withdrawn"};
}

/// How a comment of a consultation ends.
enum class Disposition { accepted, accepted_in_part, declined, out_of_scope };
constexpr auto enum_names(Disposition) {
    return std::array<std::string_view, 4>{"accepted", "accepted_in_part", "declined", "out_of_scope"};
}

/// Who has a seat in a ballot: each Center, or each member of a Center.
enum class Electorate { centers, members };
constexpr auto enum_names(Electorate) {
    return std::array<std::string_view, 2>{"centers", "members"};
}

enum class StandardStatus { in_force, superseded, retired };
constexpr auto enum_names(StandardStatus) {
    return std::array<std::string_view, 3>{"in_force", "superseded", "retired"};
}

/// How far a Center is with a clause.
enum class AdoptionStatus { met, in_progress, not_yet, not_applicable };
constexpr auto enum_names(AdoptionStatus) {
    return std::array<std::string_view, 4>{"met", "in_progress", "not_yet", "not_applicable"};
}

} // namespace standards
