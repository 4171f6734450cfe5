// The list of a text's revisions, with a radio button each for the two to compare.
#pragma once

#include "revisions/chain.hpp"

namespace revisions {

struct HistoryList {
    std::vector<Revision> revisions; // one page of them, the newest first
    int newest = 0;
    bool is_first_page = true;
    bool has_older = false;
};
void history_view(html::Writer& w, const site::Context& c, const Chain& chain, const HistoryList& list);

/// The author of a revision as a link; an imported one has only a name.
void revision_author(html::Writer& w, const Revision& revision);
/// What a revision says about itself besides its summary: "Restores revision 3". Empty where nothing.
std::string revision_origin(const Revision& revision);

} // namespace revisions
