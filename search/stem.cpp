#include "search/stem.hpp"

#include <span>
#include <utility>

namespace search {
namespace {

using Rule = std::pair<std::string_view, std::string_view>; // suffix and what stands in its place

/// The word while it is cut. The names of the tests are those of the paper.
class Cutter {
  public:
    explicit Cutter(std::string_view word) : word_(word) {}

    std::string cut() {
        step_1a();
        step_1b();
        step_1c();
        static constexpr Rule second[] = {{"ational", "ate"}, {"ization", "ize"}, {"iveness", "ive"},
                                          {"fulness", "ful"}, {"ousness", "ous"}, {"tional", "tion"},
                                          {"biliti", "ble"},  {"entli", "ent"},   {"ousli", "ous"},
                                          {"ation", "ate"},   {"alism", "al"},    {"aliti", "al"},
                                          {"iviti", "ive"},   {"enci", "ence"},   {"anci", "ance"},
                                          {"izer", "ize"},    {"alli", "al"},     {"ator", "ate"},
                                          {"logi", "log"},    {"bli", "ble"},     {"eli", "e"}};
        static constexpr Rule third[] = {{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"},
                                         {"ical", "ic"},  {"ness", ""},  {"ful", ""}};
        replace(second);
        replace(third);
        step_4();
        step_5();
        return std::move(word_);
    }

  private:
    [[nodiscard]] bool is_consonant(std::size_t at) const {
        switch (word_[at]) {
        case 'a':
        case 'e':
        case 'i':
        case 'o':
        case 'u': return false;
        case 'y': return at == 0 || !is_consonant(at - 1);
        default: return true;
        }
    }

    /// m: how often vowels are followed by consonants in the first `size` letters.
    [[nodiscard]] int measure(std::size_t size) const {
        int count = 0;
        bool after_vowel = false;
        for (std::size_t at = 0; at < size; ++at) {
            const bool consonant = is_consonant(at);
            count += consonant && after_vowel;
            after_vowel = !consonant;
        }
        return count;
    }

    [[nodiscard]] bool has_vowel(std::size_t size) const {
        for (std::size_t at = 0; at < size; ++at)
            if (!is_consonant(at)) return true;
        return false;
    }

    [[nodiscard]] bool ends_double() const {
        const std::size_t size = word_.size();
        return size >= 2 && word_[size - 1] == word_[size - 2] && is_consonant(size - 1);
    }

    /// *o: consonant, vowel, consonant at the end, the last not w, x or y.
    [[nodiscard]] bool ends_short(std::size_t size) const {
        if (size < 3 || !is_consonant(size - 3) || is_consonant(size - 2) || !is_consonant(size - 1))
            return false;
        return std::string_view("wxy").find(word_[size - 1]) == std::string_view::npos;
    }

    [[nodiscard]] std::size_t before(std::string_view suffix) const { return word_.size() - suffix.size(); }

    void step_1a() {
        if (word_.ends_with("sses") || word_.ends_with("ies"))
            word_.erase(word_.size() - 2);
        else if (word_.ends_with('s') && !word_.ends_with("ss"))
            word_.pop_back();
    }

    void step_1b() {
        if (word_.ends_with("eed")) {
            if (measure(before("eed")) > 0) word_.pop_back();
            return;
        }
        const std::string_view suffix = word_.ends_with("ed") ? "ed" : word_.ends_with("ing") ? "ing" : "";
        if (suffix.empty() || !has_vowel(before(suffix))) return;
        word_.erase(before(suffix));
        if (word_.ends_with("at") || word_.ends_with("bl") || word_.ends_with("iz"))
            word_ += 'e';
        else if (ends_double() && std::string_view("lsz").find(word_.back()) == std::string_view::npos)
            word_.pop_back();
        else if (measure(word_.size()) == 1 && ends_short(word_.size()))
            word_ += 'e';
    }

    void step_1c() {
        if (word_.ends_with('y') && has_vowel(word_.size() - 1)) word_.back() = 'i';
    }

    /// Steps 2 and 3: the longest suffix that fits decides, whether or not the rest is long enough.
    void replace(std::span<const Rule> rules) {
        for (const auto& [suffix, other] : rules) {
            if (!word_.ends_with(suffix)) continue;
            if (measure(before(suffix)) > 0) word_.replace(before(suffix), suffix.size(), other);
            return;
        }
    }

    void step_4() {
        static constexpr std::string_view suffixes[] = {
            "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism",
            "ate",   "iti",  "ous",  "ive",  "ize",  "al",   "er",  "ic",  "ou"};
        for (const auto suffix : suffixes) {
            if (!word_.ends_with(suffix)) continue;
            const std::size_t size = before(suffix);
            const bool fits =
                suffix != "ion" || (size > 0 && (word_[size - 1] == 's' || word_[size - 1] == 't'));
            if (fits && measure(size) > 1) word_.erase(size);
            return;
        }
    }

    void step_5() {
        if (word_.ends_with('e')) {
            const int m = measure(word_.size() - 1);
            if (m > 1 || (m == 1 && !ends_short(word_.size() - 1))) word_.pop_back();
        }
        if (word_.ends_with("ll") && measure(word_.size() - 1) > 1) word_.pop_back();
    }

    std::string word_;
};

} // namespace

std::string stem(std::string_view word) {
    if (word.size() <= 2) return std::string(word);
    for (const char c : word)
        if (c < 'a' || c > 'z') return std::string(word);
    return Cutter(word).cut();
}

} // namespace search
