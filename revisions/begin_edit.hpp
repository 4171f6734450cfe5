// Where a new text and an edit begin, and what is said at the end; the same for every text.
#pragma once

#include "revisions/drafts.hpp"
#include "revisions/revisions.hpp"
#include "site/context.hpp"

namespace revisions {

struct Beginning {
    std::optional<Draft> draft; // that the fields were filled with
    server::Fields fields;      // what the form is drawn from
};

/// The viewer's draft, on top of the revision that it was begun on, so that what others saved since is merged
/// and not undone; without one the newest text. `place` is that of the draft up to the revision's number:
/// "/practices/seals/edit?base=". The query's `base` asks for the draft of one revision.
Beginning begin_edit(const site::Context& c, base::TextId text, const std::string& place);

/// A new text: the viewer's draft, or `beginning` where there is none. The field `key` says the draft's
/// place, which is that of `path` and the title in `beginning` (place_of_new).
Beginning begin_new(const site::Context& c, std::string_view path, server::Fields beginning);
/// The place of the draft of a new text's form, however it came: `key`, or what it begins with.
std::string place_in(const server::Fields& fields, std::string_view path);

/// What the page says after a save that was no conflict.
std::string_view words_for(Saving how);

} // namespace revisions
