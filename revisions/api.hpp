// Revisions as JSON, the same for every text: lists, single ones, comparisons, conflicts.
#pragma once

#include "markup/compare.hpp"
#include "revisions/conflict_view.hpp"

#include <boost/json/object.hpp>

namespace revisions {

/// `{number, title, summary, author, at, added, removed, merged_from, restores, redacted_at}`
boost::json::object to_json(const Revision& revision);

/// GET …/revisions: `{items, next}`, the newest first; query `limit` and `cursor`.
server::Response list_json(site::Context& c, base::TextId text);
/// GET …/revisions/{n}: the same with `body`. 404 where there is none.
server::Response revision_json(site::Context& c, base::TextId text, int number);
/// GET …/compare?from=&to=: `{from, to, added_lines, removed_lines, hunks}`.
server::Response compare_json(site::Context& c, base::TextId text);
/// 409 as application/problem+json, with `mine`, `theirs`, `merged` and `regions`.
server::Response conflict_json(const site::Context& c, const Conflict& conflict);

} // namespace revisions
