// Which documents match, and in what order. What is rare decides the order (BM25 by FTS5, words side by side,
// settled matters, titles); words that stand in thousands of texts only narrow, so that no query reads the
// whole index.
#pragma once

#include "search/expression.hpp"
#include "search/query.hpp"
#include "store/reader.hpp"

#include <cstdint>
#include <vector>

namespace search {

enum class Match { all_words, few_have_all_words, none_has_all_words };

struct Ranking {
    std::vector<std::int64_t> keys; // best first
    bool more = false;              // there are more; the newest were taken
    Match by = Match::all_words;
};

enum class Freedom {
    if_needed, // any of the words where too few texts hold all of them
    always,    // any of the words
};

/// `plan` learns which of its units are common.
Ranking rank(store::Reader& db, Plan& plan, const Filters& filters, Kinds kinds,
             Freedom freedom = Freedom::if_needed);

} // namespace search
