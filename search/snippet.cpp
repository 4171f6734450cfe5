#include "search/snippet.hpp"

#include "search/stem.hpp"
#include "search/words.hpp"

#include <algorithm>
#include <bitset>
#include <map>

namespace search {
namespace {

constexpr std::size_t longest_snippet = 240;   // bytes of the source
constexpr std::size_t longest_search = 40'000; // bytes of a document that are looked through

struct Wanted {
    const Pattern* pattern;
    std::size_t unit;
};

struct Match {
    std::size_t begin;
    std::size_t end;
    std::size_t unit;
};

/// The patterns by the first two bytes of their first word, which a stem never changes.
class Matcher {
  public:
    explicit Matcher(const std::vector<Unit>& units) {
        const bool only_stop_words =
            std::all_of(units.begin(), units.end(), [](const Unit& unit) { return unit.stop; });
        for (std::size_t unit = 0; unit < units.size(); ++unit)
            if (!units[unit].stop || only_stop_words)
                for (const Pattern& pattern : units[unit].patterns)
                    by_start_[start(pattern.stems[0])].push_back({&pattern, unit});
    }

    [[nodiscard]] std::vector<Match> find(std::string_view text) const {
        std::vector<Match> matches;
        const auto words = split_words(text);
        for (std::size_t at = 0; at < words.size(); ++at) {
            const auto found = by_start_.find(start(words[at].text));
            if (found == by_start_.end()) continue;
            for (const Wanted& wanted : found->second) {
                if (!stands(words, at, *wanted.pattern)) continue;
                matches.push_back(
                    {words[at].begin, words[at + wanted.pattern->stems.size() - 1].end, wanted.unit});
            }
        }
        return matches;
    }

  private:
    static std::string start(const std::string& word) { return word.substr(0, 2); }

    static bool stands(const std::vector<Word>& words, std::size_t at, const Pattern& pattern) {
        if (at + pattern.stems.size() > words.size()) return false;
        for (std::size_t i = 0; i < pattern.stems.size(); ++i) {
            const bool open = pattern.open && i + 1 == pattern.stems.size();
            const auto& text = words[at + i].text;
            if (open ? !text.starts_with(pattern.stems[i]) : stem(text) != pattern.stems[i]) return false;
        }
        return true;
    }

    std::map<std::string, std::vector<Wanted>, std::less<>> by_start_;
};

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

bool is_inside_character(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// Moves to the beginning of a word; where a script has none, to that of a character.
std::size_t word_start(std::string_view text, std::size_t at) {
    for (std::size_t back = 0; back < 24 && back < at; ++back)
        if (is_blank(text[at - back - 1])) return at - back;
    while (is_inside_character(text, at))
        --at;
    return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
    for (std::size_t on = 0; on < 24 && at + on < text.size(); ++on)
        if (is_blank(text[at + on])) return at + on;
    if (at + 24 >= text.size()) return text.size();
    while (is_inside_character(text, at))
        ++at;
    return at;
}

/// How many different units lie in the window that begins with match `first`; more matches break a tie.
std::pair<std::size_t, std::size_t> worth(const std::vector<Match>& matches, std::size_t first) {
    std::bitset<64> units;
    std::size_t at = first;
    for (; at < matches.size() && matches[at].end <= matches[first].begin + longest_snippet * 3 / 4; ++at)
        units.set(matches[at].unit % units.size());
    return {units.count(), at - first};
}

Snippet cut(std::string_view text, const std::vector<Match>& matches, std::size_t first) {
    Snippet snippet;
    const std::size_t middle = matches.empty() ? 0 : matches[first].begin;
    std::size_t begin = middle <= longest_snippet / 4 ? 0 : word_start(text, middle - longest_snippet / 4);
    while (begin < text.size() && is_blank(text[begin]))
        ++begin;
    const std::size_t end =
        begin + longest_snippet >= text.size() ? text.size() : word_end(text, begin + longest_snippet);
    if (begin > 0) snippet.text = "… ";
    const std::size_t moved = snippet.text.size();
    for (const char c : text.substr(begin, end - begin))
        snippet.text += is_blank(c) ? ' ' : c;
    for (const Match& match : matches) {
        if (match.begin < begin || match.end > end) continue;
        const std::size_t from = match.begin - begin + moved;
        const std::size_t to = match.end - begin + moved;
        if (!snippet.marks.empty() && from < snippet.marks.back().second)
            snippet.marks.back().second = std::max(snippet.marks.back().second, to);
        else
            snippet.marks.emplace_back(from, to);
    }
    if (end < text.size()) snippet.text += " …";
    return snippet;
}

} // namespace

BestPassage best_passage(std::span<const PassageView> passages, const std::vector<Unit>& units) {
    const Matcher matcher(units);
    BestPassage best;
    std::pair<std::size_t, std::size_t> best_worth{0, 0};
    std::vector<Match> best_matches;
    std::size_t best_first = 0;
    std::size_t read = 0;
    for (std::size_t number = 0; number < passages.size() && read < longest_search; ++number) {
        const auto text = passages[number].text.substr(0, longest_search);
        read += text.size();
        auto matches = matcher.find(text);
        const std::size_t in_heading = matcher.find(passages[number].heading).size();
        std::pair<std::size_t, std::size_t> passage_worth{0, 0};
        std::size_t first = 0;
        for (std::size_t at = 0; at < matches.size(); ++at)
            if (const auto here = worth(matches, at); here > passage_worth) passage_worth = here, first = at;
        passage_worth.first += in_heading;
        if (passage_worth <= best_worth) continue;
        best_worth = passage_worth;
        best.number = number;
        best_matches = std::move(matches);
        best_first = first;
    }
    if (!passages.empty()) best.snippet = cut(passages[best.number].text, best_matches, best_first);
    return best;
}

} // namespace search
