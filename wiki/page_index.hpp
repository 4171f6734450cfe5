// What other rooms are told when a page appears, changes or goes: the names that [[slug]] shows, and the
// search index.
#pragma once

#include "wiki/wiki.hpp"

namespace wiki {

/// The title under the page's address and its old ones; texts that link it are rendered again where it is
/// new.
void tell_names(store::Writer& db, const Page& page);
void forget_names(store::Writer& db, const Page& page);
/// Puts the page into the search index, a passage a section.
void index_page(store::Writer& db, const Page& page, const markup::Rendered& rendered);

} // namespace wiki
