// Where we differ from the specifications on purpose or because of the installed parser, by the number of the
// example. The conformance test fails for every other difference, and for an entry that no longer differs.
#pragma once

#include <map>
#include <set>
#include <string>

namespace deviations {

using Numbers = std::map<std::string, std::set<int>>; // by the name of the file

/// Raw HTML is shown as text.
inline const Numbers raw_html{
    {"cmark-gfm-regression.ndjson", {3, 6, 9, 14, 17}},
    {"cmark-regression.ndjson", {3, 6, 8, 11, 14, 17, 18, 21, 26}},
    {"commonmark-spec.ndjson",
     {21,  31,  148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164,
      165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183,
      184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 203, 310, 311, 346, 477, 478, 479, 493, 496,
      526, 538, 615, 616, 617, 618, 619, 625, 627, 628, 629, 630, 631, 632, 633, 645, 646}},
    {"commonmarkjs-regression.ndjson", {2, 3, 11, 14, 17, 19, 23, 24, 25, 31, 32, 35}},
    {"gfm-0.29-spec.ndjson",
     {118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135,
      136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153,
      154, 155, 156, 157, 158, 159, 160, 170, 288, 289, 317, 327, 354, 484, 485, 486, 500, 503,
      532, 544, 632, 633, 634, 635, 636, 642, 644, 647, 648, 649, 650, 651, 653, 663, 664}},
    {"gfm-extensions.ndjson", {12, 22}},
};

/// Bare addresses, [[slug]] and #123 become links.
inline const Numbers own_links{
    {"commonmark-spec.ndjson", {64, 550, 592, 604, 608, 610, 613, 614}},
    {"gfm-0.29-spec.ndjson", {34, 556, 598, 610, 614, 616, 619, 620}},
};

/// Only http, https and mailto are linked; quotes are escaped in addresses.
inline const Numbers refused_schemes{
    {"commonmark-spec.ndjson", {598, 600, 601, 603}},
    {"commonmarkjs-regression.ndjson", {12}},
    {"gfm-0.29-spec.ndjson", {604, 606, 607, 609, 628}},
};

/// A link or image without words is named, or none without an address; an empty heading is none; an image in
/// a link is words.
inline const Numbers named_links{
    {"commonmark-spec.ndjson", {79, 486, 489, 519, 533, 583}},
    {"gfm-0.29-spec.ndjson", {49, 525, 539, 589}},
};

/// A language that could not be a name gives no class.
inline const Numbers odd_languages{
    {"commonmark-spec.ndjson", {144}},
    {"gfm-0.29-spec.ndjson", {114}},
};

/// Ids and labels of footnotes are our own.
inline const Numbers footnotes{
    {"cmark-gfm-regression.ndjson", {13}},
    {"gfm-extensions.ndjson", {23}},
};

/// The installed parser is of 2019, and other parsers read these differently; or there is no one answer.
inline const Numbers parser{
    {"cmark-regression.ndjson", {15, 22, 23, 24, 25}}, {"commonmark-spec.ndjson", {28, 356}},
    {"commonmarkjs-regression.ndjson", {20, 26, 34}},  {"gfm-extensions.ndjson", {20}},
    {"markdown-it-tables.ndjson", {6, 15, 16, 35}},
};

/// The examples of a file that may differ.
inline std::set<int> in(const std::string& file) {
    std::set<int> all;
    for (const Numbers* numbers :
         {&raw_html, &own_links, &refused_schemes, &named_links, &odd_languages, &footnotes, &parser})
        if (const auto found = numbers->find(file); found != numbers->end())
            all.insert(found->second.begin(), found->second.end());
    return all;
}

} // namespace deviations
