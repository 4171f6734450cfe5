#include "search/did_you_mean.hpp"

#include "base/text.hpp"
#include "search/find_store.hpp"
#include "search/stem.hpp"
#include "search/words.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace search {
namespace {

constexpr std::size_t shortest = 4;        // shorter words have too many neighbours
constexpr std::size_t most_words = 30'000; // looked at for one word
constexpr std::int64_t much_more = 9;
constexpr std::int64_t common = 50; // how often a word stands in texts is counted no further

std::int64_t number_of_texts(store::Reader& db, const std::string& word) {
    return count_up_to(db, '"' + stem(word) + '"', static_cast<std::size_t>(common));
}

/// The known word nearest to one that stands in `own` texts (mistyped there, too); the more common one where
/// two are as near.
std::string nearest(store::Reader& db, const std::string& word, std::int64_t own) {
    const std::size_t most = word.size() <= 5 ? 1 : 2;
    std::vector<std::pair<std::size_t, std::string>> near;
    // People seldom mistake the first letter, and so only a part of the words need be read.
    for (auto& known : words_from(db, word.substr(0, 1), most_words))
        if (const auto distance = edit_distance(word, known, most); distance > 0 && distance <= most)
            near.emplace_back(distance, std::move(known));
    std::sort(near.begin(), near.end());
    if (near.size() > 20) near.resize(20);
    std::tuple<std::size_t, std::int64_t> best{most + 1, 0};
    std::string chosen;
    for (const auto& [distance, known] : near) {
        const std::int64_t texts = number_of_texts(db, known); // 0 where all texts with it are gone
        if (texts > 0 && texts > own * much_more && stem(known) != stem(word) &&
            std::tuple(distance, -texts) < best)
            best = {distance, -texts}, chosen = known;
    }
    return chosen;
}

} // namespace

std::string did_you_mean(store::Reader& db, const Query& query) {
    std::string better;
    std::size_t copied = 0;
    for (const Word& word : split_words(query.text)) {
        const bool plain = !word.pair && word.text.size() >= shortest && !is_stop_word(word.text) &&
                           word.text.find_first_of("0123456789&") == std::string::npos;
        const bool filter = word.end < query.text.size() && query.text[word.end] == ':';
        const bool value = word.begin > 0 && query.text[word.begin - 1] == ':';
        if (!plain || filter || value) continue;
        const std::int64_t texts = number_of_texts(db, word.text);
        if (texts * much_more >= common) continue;
        const std::string known = nearest(db, word.text, texts);
        if (known.empty()) continue;
        better += query.text.substr(copied, word.begin - copied) + known;
        copied = word.end;
    }
    return better.empty() ? better : better + query.text.substr(copied);
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > most) return most + 1;
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({change, last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most) return most + 1;
        std::swap(before, last);
        std::swap(last, row);
    }
    return std::min(last[b.size()], most + 1);
}

} // namespace search
