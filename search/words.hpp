// How text becomes words, the same for what is indexed, what is asked and what is marked in a result. Letters
// are folded (case, accents, composed or not), "L&A" and "1,000" are one word, "clerk's" is "clerk". Scripts
// without blanks give overlapping pairs of characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace search {

struct Word {
    std::string text;      // folded, not stemmed
    std::size_t begin = 0; // bytes in the source
    std::size_t end = 0;
    bool capitals = false;  // two or more letters, all of them capitals
    bool hyphen = false;    // a hyphen and then the next word follow: "drop" in "drop-box"
    bool pair = false;      // of a script without blanks; pairs overlap by one character
    bool last_pair = false; // the last one of its run
};

/// Every word in order. Linear in the size of the text.
std::vector<Word> split_words(std::string_view text);

/// Words that say little on their own ("the", "how"); folded.
bool is_stop_word(std::string_view word);

} // namespace search
