// A document as the index keeps it: each field as stemmed words parted by blanks, and marks to filter by.
#pragma once

#include "search/index.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace search {

struct IndexedText {
    std::string title;  // "" for an answer
    std::string thread; // an answer's title, which is its thread's
    std::string tags;
    std::string headings;
    std::string body;
    std::string forms; // drop-box as dropbox, SAVE as caps_save, the last sign of a run of pairs
    std::string marks;
    std::string title_words;        // unstemmed, for completing; "" for an answer
    std::vector<std::string> words; // every different word of letters, unstemmed
};

IndexedText indexed_text(const Document& document);

/// The word that stands for a filter: mark("state", "OH") is "state_oh".
std::string mark(std::string_view name, std::string_view value);
/// The mark of a document that is, or is not, settled.
inline std::string settled_mark(bool settled) {
    return settled ? "settled_yes" : "settled_no";
}

} // namespace search
