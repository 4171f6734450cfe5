// Words inside changed lines: which old line became which new one, and what changed in it.
#pragma once

#include "markup/compare.hpp"

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace markup {

/// Which removed line an added line came from: pairs of indexes that rise on both sides, chosen so that the
/// pairs share as many words as possible. Lines that share less than half of their words are no pair.
std::vector<std::pair<std::size_t, std::size_t>> pair_similar(const std::vector<std::string_view>& removed,
                                                              const std::vector<std::string_view>& added);

/// The pieces of a changed line: by word, with removed words before the added ones that replace them.
std::vector<Piece> compare_words(std::string_view old_line, std::string_view new_line);

} // namespace markup
