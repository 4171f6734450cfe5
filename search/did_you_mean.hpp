// A better spelling where little or nothing was found: the nearest words that the index knows.
#pragma once

#include "search/query.hpp"
#include "store/reader.hpp"

#include <string>
#include <string_view>

namespace search {

/// The query with the words that nothing holds replaced by near ones that something holds; "" where there is
/// none.
std::string did_you_mean(store::Reader& db, const Query& query);

/// Letters to insert, drop, change or swap with their neighbour to make one word of the other (the restricted
/// Damerau-Levenshtein distance), or `most` + 1 where it is more than `most`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

} // namespace search
