// The first look over a parsed text: its headings with their ids, its words by section, and how often each
// footnote is used. The HTML needs these before it is written.
#pragma once

#include "markup/document.hpp"
#include "markup/names.hpp"
#include "markup/render.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace markup {

struct Outline {
    std::vector<Heading> headings;
    std::vector<Section> sections;
    std::set<std::string, std::less<>> ids;                // of the headings
    std::map<std::string, int, std::less<>> footnote_uses; // by number, as in the text: "1"
};

Outline outline_of(Node root, const Options& options, Names& names);

/// Whether anything but blanks would be seen below a node.
bool has_words(Node node);

/// Blanks and line breaks as single blanks; none at the ends.
std::string single_blanks(std::string_view text);

} // namespace markup
