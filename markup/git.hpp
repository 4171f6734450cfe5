// The two algorithms of Git that this folder uses, without Git's own types.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace markup {

/// A stretch of lines that differs: [old_begin, old_end) became [new_begin, new_end), counted from 0.
struct Change {
    std::size_t old_begin, old_end, new_begin, new_end;
};

/// Where two texts differ, by line and in order, with nothing between two changes but equal lines.
std::vector<Change> line_changes(const std::string& old_text, const std::string& new_text);

/// The merge of two texts with a common ancestor; conflicts stand in it in the zdiff3 form of
/// git-merge-file(1), with markers of seven characters and empty labels.
std::string merge_lines(const std::string& base, const std::string& mine, const std::string& theirs);

} // namespace markup
