// Which entries of a ledger its timeline holds: all but comments and votes, which may be thousands. For the
// stores of this slice alone.
#pragma once

#include "base/literal.hpp"

namespace standards {

/// Word for word the condition of the index ledger_timeline; else SQLite does not take it.
constexpr base::Literal of_timeline =
    "AND kind NOT IN ('commented', 'comment_withdrawn', 'comment_disposed', 'vote_cast', 'vote_changed', "
    "'seat_took_part', 'votes_entered') ";

} // namespace standards
