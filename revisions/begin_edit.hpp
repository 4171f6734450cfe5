// Where an edit begins, and what is said at its end; the same for every text.
#pragma once

#include "revisions/drafts.hpp"
#include "revisions/revisions.hpp"
#include "site/context.hpp"

namespace revisions {

struct EditBeginning {
    std::optional<Draft> draft; // that the fields were filled with
    server::Fields fields;      // title, body, base_revision, and what else the draft holds
};

/// The viewer's draft, on top of the revision that it was begun on, so that what others saved since is merged
/// and not undone; without one the newest text. `place` is that of the draft up to the revision's number:
/// "/practices/seals/edit?base=". The query's `base` asks for the draft of one revision.
EditBeginning begin_edit(const site::Context& c, base::TextId text, const std::string& place);

/// What the page says after a save that was no conflict.
std::string_view words_for(Saving how);

} // namespace revisions
