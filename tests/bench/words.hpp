// Words as in natural language: few are frequent, most are rare (Zipf's law), so that search meets common,
// middling and rare ones.
#pragma once

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

constexpr int vocabulary = 30'000;

/// A word that can be said, made from its rank: the 1st, 2nd, 3rd most frequent one and so on.
inline std::string word_of(int rank) {
    static constexpr std::array<std::string_view, 16> syllables{"ba",  "le",  "ton", "ri",  "car", "mo",
                                                                "sel", "du",  "pen", "ka",  "vo",  "ter",
                                                                "ni",  "lou", "sha", "grim"};
    std::string word;
    for (int left = rank + 16; left > 0; left /= 16)
        word += syllables[static_cast<std::size_t>(left % 16)];
    return word;
}

/// Draws 0, 1, 2 … `count` - 1, the k-th as often as 1 / (k + 1 + `flat`).
class Zipf {
  public:
    explicit Zipf(int count, int flat = 0) {
        double sum = 0;
        for (int rank = 1; rank <= count; ++rank)
            sums_.push_back(sum += 1.0 / (rank + flat));
    }
    template <class Source> int operator()(Source& source) const {
        const double at = std::uniform_real_distribution<double>(0, sums_.back())(source);
        return static_cast<int>(std::ranges::lower_bound(sums_, at) - sums_.begin());
    }

  private:
    std::vector<double> sums_;
};

/// Sentences of such words.
class Words {
  public:
    explicit Words(std::mt19937::result_type seed) : source_(seed) {}

    std::string operator()(int count) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            text += word_of(zipf_(source_));
            text += i % 12 == 11 ? ". " : " ";
        }
        text.pop_back();
        return text;
    }

  private:
    std::mt19937 source_;
    Zipf zipf_{vocabulary};
};

} // namespace bench
