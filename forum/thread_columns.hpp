// The columns of forum::Thread and the joins they come from; for thread_store and thread_list_store alone. ?1
// is the viewer.
#pragma once

#include "base/literal.hpp"

namespace forum {

constexpr base::Literal thread_columns =
    "SELECT t.id, t.kind, t.category_id, k.slug, k.name, t.title, t.slug, t.author_id, coalesce(m.handle, ''), "
    "coalesce(m.name, t.author_name), coalesce(m.role, 'member'), coalesce(m.center_id, 0), coalesce(c.name, ''), "
    "coalesce(c.state, ''), coalesce(c.registered_voters, 0), t.attribution, t.created_at, t.active_at, t.needed_by, "
    "t.pinned, t.locked, t.posts, t.replies, t.accepted, t.last_post_id, coalesce(s.post_id, 0), "
    "coalesce((SELECT group_concat(g.name, ',') FROM thread_tags x JOIN tags g ON g.id = x.tag_id "
    "WHERE x.thread_id = t.id), ''), t.withdrawn_at, w.name, t.withdrawn_reason ";

/// LEFT JOINs keep the order of the outermost table.
constexpr base::Literal thread_joins =
    " LEFT JOIN categories k ON k.id = t.category_id LEFT JOIN members m ON m.id = t.author_id "
    "LEFT JOIN centers c ON c.id = m.center_id LEFT JOIN members w ON w.id = t.withdrawn_by "
    "LEFT JOIN thread_reads s ON s.member_id = ?1 AND s.thread_id = t.id ";

} // namespace forum
