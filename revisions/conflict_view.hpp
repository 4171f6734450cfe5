// Somebody saved first, and both changed the same place: both texts, and one field with everything to finish.
#pragma once

#include "revisions/chain.hpp"

namespace revisions {

struct Conflict {
    Prepared mine;            // what was sent
    Revision theirs;          // the newest revision
    markup::Merge merge;      // of the two
    std::string title;        // of the merged text
    std::string summary{};    // as it was sent
    server::Url action;       // where the finished text is sent
    bool with_title = true;   // whether the form has a title
    std::string_view place{}; // of the draft
};

/// 409: the page, or for the API a problem with the members `mine`, `theirs` and `merged`.
server::Response show_conflict(site::Context& c, const Chain& chain, const Conflict& conflict);

/// Whether the text still holds the marker lines of a conflict; a form then asks to finish it.
bool has_conflict_marks(std::string_view body);

} // namespace revisions
