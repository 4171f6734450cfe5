#include "search/synonyms.hpp"

#include "base/text.hpp"
#include "search/stem.hpp"
#include "search/words.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace search {
namespace {

struct Synonyms {
    std::map<std::string, std::vector<std::string>, std::less<>> others;
    std::size_t longest = 1;
};

std::string term_of(std::string_view text, std::size_t& longest) {
    const auto words = split_words(text);
    longest = std::max(longest, words.size());
    if (words.size() == 1 && words[0].capitals && is_acronym_in_capitals_only(words[0].text))
        return "caps_" + words[0].text;
    std::vector<std::string> stems;
    for (const Word& word : words)
        stems.push_back(stem(word.text));
    return base::join(stems, " ");
}

void add_line(Synonyms& all, std::string_view line) {
    const std::size_t arrow = line.find('>');
    std::vector<std::string> same;
    for (const auto part : base::split(line.substr(0, arrow), '='))
        same.push_back(term_of(part, all.longest));
    std::vector<std::string> found = same;
    if (arrow != std::string_view::npos)
        for (const auto part : base::split(line.substr(arrow + 1), ','))
            found.push_back(term_of(part, all.longest));
    for (const auto& term : same) {
        auto& others = all.others[term];
        for (const auto& other : found)
            if (other != term && std::find(others.begin(), others.end(), other) == others.end())
                others.push_back(other);
    }
}

const Synonyms& synonyms() {
    static const Synonyms all = [] {
        Synonyms made;
        for (const auto line : base::split(synonym_lines(), '\n'))
            if (const auto text = base::trim(line); !text.empty() && !text.starts_with('#'))
                add_line(made, text);
        return made;
    }();
    return all;
}

} // namespace

bool is_acronym_in_capitals_only(std::string_view folded) {
    static constexpr auto words = std::to_array<std::string_view>(
        {"ab",  "ace", "ag",   "av",    "cap", "cis",  "coc",  "cure", "ed", "elect", "eric",
         "ev",  "id",  "igo",  "imb",   "in",  "it",   "lat",  "leo",  "or", "ot",    "pb",
         "pod", "pr",  "save", "score", "sos", "sure", "team", "vip",  "wi"});
    static_assert(std::is_sorted(words.begin(), words.end()));
    return std::binary_search(words.begin(), words.end(), folded);
}

std::span<const std::string> synonyms_of(std::string_view term) {
    const auto found = synonyms().others.find(term);
    return found == synonyms().others.end() ? std::span<const std::string>() : std::span(found->second);
}

std::size_t longest_term() {
    return synonyms().longest;
}

} // namespace search
