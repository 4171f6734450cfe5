// What was asked before and looks alike, shown to whoever is about to ask: by the server when the form comes
// back (a preview, a fault), and by the script `similar.js` while the title is typed.
#pragma once

#include "search/find.hpp"
#include "site/parts.hpp"

namespace forum {

/// Stands after the title's field in its form; empty, and still there for the script, when nothing looks
/// alike.
void similar_part(html::Writer& w, std::span<const search::Similar> similar);

} // namespace forum
