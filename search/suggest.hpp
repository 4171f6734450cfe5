// Completing the search box: titles whose words begin so, then words that the index knows.
#pragma once

#include "store/reader.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace search {

struct Suggestion {
    std::string text;
    std::string address; // of the thread or page; "" for a completed query
    std::string kind;    // "question", "page", …; "search" for a completed query
};

/// At most eight, the likeliest first; none for less than two letters.
std::vector<Suggestion> suggest(store::Reader& db, std::string_view typed);

} // namespace search
