// A comparison as a table that can be read without colour and by a screen reader.
#pragma once

#include "markup/compare.hpp"
#include "server/html/writer.hpp"

namespace revisions {

struct CompareLook {
    int new_lines = 0; // lines of the new text, to say how many are folded at the end
    std::string_view caption;
};

/// One row a line; a changed line is two rows, with the words that went and came marked in them. Unchanged
/// stretches between the hunks are folded into one row each.
void compare_view(html::Writer& w, const markup::Comparison& comparison, const CompareLook& look);

/// "+3 −1" for a history: lines that came and went.
void change_counts(html::Writer& w, int added, int removed);

} // namespace revisions
