// The columns of standards::Proposal and the joins they come from; for the stores of this room alone.
#pragma once

#include "base/literal.hpp"

namespace standards {

/// Stand behind a FROM of proposals p. LEFT JOINs keep the order of the outermost table.
constexpr base::Literal proposal_columns =
    "SELECT p.id, p.title, p.text_id, t.head, p.stage, p.consultation_closes, p.revises_id, "
    "coalesce(s.number, ''), p.created_at, p.changed_at, "
    "(SELECT count(*) FROM endorsements e WHERE e.proposal_id = p.id), "
    "(SELECT count(*) FROM comments c WHERE c.proposal_id = p.id AND c.withdrawn_at IS NULL), "
    "(SELECT count(*) FROM comments c WHERE c.proposal_id = p.id AND c.disposition IS NULL "
    "AND c.withdrawn_at IS NULL) "
    "FROM proposals p LEFT JOIN texts t ON t.id = p.text_id LEFT JOIN standards s ON s.id = p.revises_id ";

} // namespace standards
