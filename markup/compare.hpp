// Two versions of a text side by side: which lines came, went or changed, and which words inside a changed
// line. It is by line with Git's own algorithm, so that history reads as people know it from elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace markup {

/// A stretch of one line.
struct Piece {
    enum class Kind { same, removed, added };
    Kind kind = Kind::same;
    std::string text;

    bool operator==(const Piece&) const = default;
};

/// One line without its line end. A changed line stands for one old and one new line: the pieces that are not
/// `added` make the old one, those that are not `removed` the new one. Other lines have one piece, or none
/// when they are empty.
struct Line {
    enum class Kind { same, removed, added, changed };
    Kind kind = Kind::same;
    int old_number = 0; // counts from 1; 0 where the line is not in the old text
    int new_number = 0;
    std::vector<Piece> pieces;
};

/// A place where the texts differ, with the unchanged lines around it.
struct Hunk {
    std::vector<Line> lines;
};

struct Comparison {
    std::vector<Hunk> hunks; // none: the texts are the same, but perhaps for a line end at the very end
    int added_lines = 0;     // a changed line counts as one added and one removed
    int removed_lines = 0;
};

/// Compares two texts. `context_lines` unchanged lines are kept around each difference. Time is bounded on
/// any input: where lines are very long or very many, they are shown as removed and added as a whole.
Comparison compare(std::string_view old_text, std::string_view new_text, int context_lines = 3);

} // namespace markup
