// The columns of wiki::PageRow and the joins they come from; for page_list_store alone.
#pragma once

#include "base/literal.hpp"

namespace wiki {

constexpr base::Literal row_columns =
    "SELECT p.id, p.slug, p.title, a.slug, a.name, coalesce(o.name, ''), coalesce(o.handle, ''), "
    "p.review_by, p.created_at, p.changed_at, t.head, coalesce(m.name, r.author_name), "
    "coalesce(m.handle, ''), r.summary ";

/// LEFT JOINs keep the order of the outermost table.
constexpr base::Literal row_joins =
    "LEFT JOIN areas a ON a.id = p.area_id LEFT JOIN members o ON o.id = p.owner_id "
    "LEFT JOIN texts t ON t.id = p.text_id "
    "LEFT JOIN revisions r ON r.text_id = t.id AND r.number = t.head "
    "LEFT JOIN members m ON m.id = r.author_id ";

} // namespace wiki
