// The part of a text that shows why it was found: some two lines around the words asked for, with these
// marked.
#pragma once

#include "search/expression.hpp"
#include "search/passages.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace search {

struct Snippet {
    std::string text;                                       // plain words; "…" where it was cut
    std::vector<std::pair<std::size_t, std::size_t>> marks; // bytes from and to, in order, not overlapping
};

struct BestPassage {
    std::size_t number = 0; // which one of the passages
    Snippet snippet;
};

/// Looks for the passage, and the part of it, that holds most of the different patterns.
BestPassage best_passage(std::span<const PassageView> passages, const std::vector<Unit>& units);

} // namespace search
