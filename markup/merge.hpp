// Two people changed the same text: takes both changes where they do not meet, and keeps both texts side by
// side where they do, so that no word of either is lost.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace markup {

/// A stretch of the merged text: agreed words, or three versions of a place where both sides changed.
struct Region {
    enum class Kind { agreed, conflict };
    Kind kind = Kind::agreed;
    std::string text; // agreed only
    std::string mine; // conflict only, as are the next two
    std::string base; // what both began with
    std::string theirs;

    bool operator==(const Region&) const = default;
};

struct Merge {
    /// The whole text. In a conflict both sides stand in it, between lines of `<<<<<<<`, `=======` and
    /// `>>>>>>>` (longer ones where the texts themselves hold such lines) with the labels.
    std::string text;
    bool clean = true;           // no conflict
    std::vector<Region> regions; // the same, in parts and without marker lines
};

/// What the marker lines call the two sides; one line each.
struct Labels {
    std::string mine = "your version";
    std::string theirs = "the saved version";
};

/// Merges by line. Final line ends are merged on their own: whoever changed it wins, and it makes no
/// conflict.
Merge merge(std::string_view base, std::string_view mine, std::string_view theirs, const Labels& labels = {});

} // namespace markup
