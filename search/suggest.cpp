#include "search/suggest.hpp"

#include "base/text.hpp"
#include "search/find_store.hpp"
#include "search/query.hpp"
#include "search/stem.hpp"
#include "search/suggest_store.hpp"
#include "search/words.hpp"

#include <algorithm>
#include <set>

namespace search {
namespace {

constexpr int most_titles = 60; // looked at
constexpr std::size_t shown_titles = 6;
constexpr std::size_t shown_queries = 2;
constexpr std::size_t most_known_words = 40;
constexpr std::size_t shortest_completed = 3;
constexpr std::size_t counted_texts = 20;

/// Every word begins one of the title's words.
std::string title_expression(const std::vector<Word>& words) {
    std::string expression;
    for (const Word& word : words)
        expression += (expression.empty() ? "\"" : " AND \"") + word.text + "\" *";
    return expression;
}

void add_titles(store::Reader& db, std::string_view typed, const std::vector<Word>& words,
                std::vector<Suggestion>& suggestions) {
    auto rows = matching_titles(db, title_expression(words), most_titles);
    const std::string begun = base::ascii_lower(typed);
    const auto worth = [&](const TitleRow& row) {
        return (base::ascii_lower(row.title).starts_with(begun) ? 2 : 0) + (row.kind == Kind::page ? 1 : 0);
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const TitleRow& a, const TitleRow& b) { return worth(a) > worth(b); });
    for (TitleRow& row : rows) {
        if (suggestions.size() == shown_titles) return;
        suggestions.push_back(
            {std::move(row.title), std::move(row.address), std::string(base::enum_text(row.kind))});
    }
}

/// The last word completed by what the index knows; the more texts hold it, the likelier.
void add_queries(store::Reader& db, std::string_view typed, const Word& last,
                 std::vector<Suggestion>& suggestions) {
    if (last.pair || last.text.size() < shortest_completed || last.end != typed.size()) return;
    std::vector<std::pair<std::int64_t, std::string>> known;
    std::set<std::string> stems{stem(last.text)};
    for (auto& word : words_from(db, last.text, most_known_words))
        if (auto stemmed = stem(word); stems.insert(stemmed).second)
            if (const auto texts = count_up_to(db, '"' + stemmed + '"', counted_texts); texts > 0)
                known.emplace_back(-texts, std::move(word));
    std::stable_sort(known.begin(), known.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    if (known.size() > shown_queries) known.resize(shown_queries);
    for (const auto& [texts, word] : known)
        suggestions.push_back({std::string(typed.substr(0, last.begin)) + word, "", "search"});
}

} // namespace

std::vector<Suggestion> suggest(store::Reader& db, std::string_view typed) {
    std::vector<Suggestion> suggestions;
    typed = base::truncate(base::trim(typed), longest_query);
    const auto words = split_words(typed);
    if (words.empty() || words.size() > 12 || (words.size() == 1 && words[0].text.size() < 2))
        return suggestions;
    add_titles(db, typed, words, suggestions);
    add_queries(db, typed, words.back(), suggestions);
    return suggestions;
}

} // namespace search
