// A query as FTS5 wants it (https://www.sqlite.org/fts5.html section 3). Every word is quoted and was made by
// split_words, so that no text of a visitor can be a syntax error or anything but words.
#pragma once

#include "search/query.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// Words in a row that a result marks where they stand.
struct Pattern {
    std::vector<std::string> stems;
    bool open = false; // the last one only begins so
};

/// One thing that is wanted: a word, a phrase, a term with its synonyms.
struct Unit {
    std::string wanted;             // FTS5, in parentheses where it needs them
    std::vector<std::string> parts; // FTS5: each of them is enough where not everything is found
    std::vector<Pattern> patterns;
    bool stop = false;
    // As typed, for looking for neighbours side by side; "" where that says nothing.
    std::string first{};
    std::string last{};
    std::string row{}; // FTS5: all words of a term of several
    // What the ranking finds out: how many texts hold it, and whether that is more than it counts.
    std::int64_t texts = 0;
    bool common = false;
};

struct Plan {
    std::vector<Unit> units;
    // What narrows, to be put behind an expression in parentheses; "" if nothing does.
    std::string kinds;
    std::string others;
    std::string months;
};

constexpr std::size_t most_words_of_open_end = 100;
/// Gives the known words that begin so, at most `most_words_of_open_end`.
using Vocabulary = std::function<std::vector<std::string>(std::string_view beginning)>;

Plan plan(const Query& query, const Vocabulary& vocabulary);

/// Everything that is wanted must be there; of a query without words, every document.
std::string all_words(const Plan& plan);
/// Any part of what is wanted is enough; "" where nothing is wanted but stop words.
std::string any_words(const Plan& plan);
/// Words that are neighbours in the query are so in the text; "" where there are none, or all are common.
std::string side_by_side(const Plan& plan);

enum class Kinds { as_filtered, every };
/// The expression with the query's filters around it.
std::string filtered(const Plan& plan, const std::string& expression, Kinds kinds);
/// And with its span of time, in whole months: for finding. Not for scoring, which would count every text of
/// a year to see how much the year says.
std::string filtered_by_time(const Plan& plan, const std::string& expression, Kinds kinds);

} // namespace search
