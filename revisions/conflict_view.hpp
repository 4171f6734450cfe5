// Somebody saved first, and both changed the same place: both texts, and one field with everything to finish.
#pragma once

#include "revisions/chain.hpp"

namespace revisions {

struct Conflict {
    Prepared mine;            // what was sent
    Revision theirs;          // what it was merged with
    markup::Merge merge;      // of the two
    std::string title;        // of the merged text
    server::Url action;       // where the finished text is sent
    std::string summary{};    // as it was sent
    bool with_title = true;   // whether the form has a title
    std::string place{};      // of the draft
    server::Fields carried{}; // other fields of the form, which travel along
};

/// What a save of `mine` was answered with. `theirs` is the revision that it was merged with: a still newer
/// one is merged with the finished text.
Conflict conflict_of(store::Reader& db, base::TextId text, Prepared mine, Saved saved, server::Url action);

/// 409: the page, or for the API a problem with the members `mine`, `theirs` and `merged`.
server::Response show_conflict(site::Context& c, const Chain& chain, const Conflict& conflict);

/// Whether the text still holds the marker lines of a conflict; a form then asks to finish it.
bool has_conflict_marks(std::string_view body);

} // namespace revisions
