#include "search/ranking.hpp"

#include "search/find_store.hpp"
#include "search/key.hpp"

#include <algorithm>
#include <unordered_map>

namespace search {
namespace {

constexpr std::size_t most_matches = 10'000; // counted by kind
constexpr std::size_t most_scored = 1'500;   // a score costs some microseconds
constexpr std::size_t most_titles = 500;     // scored besides, where there are more matches than that
constexpr std::int64_t common = 5'000;       // texts that hold a word which only narrows
constexpr std::int64_t enough_for_any = 6'000;
constexpr std::size_t few = 20; // a long question with fewer whole matches is asked more freely
constexpr std::size_t many_words = 4;

// Measured on the judgements of tests/search/relevance_test.cpp.
constexpr double settled_bonus = 1.1;
constexpr double all_words_bonus = 1.2;
constexpr double side_by_side_share = 0.4;

using Scores = std::unordered_map<std::int64_t, double>;

std::size_t wanted_words(const Plan& plan) {
    return static_cast<std::size_t>(
        std::count_if(plan.units.begin(), plan.units.end(), [](const Unit& unit) { return !unit.stop; }));
}

/// The plan without the units that say little: common ones, and stop words.
Plan without_common(const Plan& plan) {
    Plan rare = plan;
    std::erase_if(rare.units, [](const Unit& unit) { return unit.common || unit.stop; });
    return rare;
}

/// The plan with its rarest units alone, as many as together stand in some thousands of texts.
Plan rarest(const Plan& plan) {
    Plan chosen = plan;
    std::erase_if(chosen.units, [](const Unit& unit) { return unit.stop; });
    std::vector<std::int64_t> counts;
    for (const Unit& unit : chosen.units)
        counts.push_back(unit.texts);
    std::sort(counts.begin(), counts.end());
    std::int64_t sum = 0;
    std::int64_t most = 0;
    for (const std::int64_t count : counts) {
        sum += count;
        if (sum > enough_for_any && most > 0) break;
        most = count;
    }
    std::erase_if(chosen.units, [&](const Unit& unit) { return unit.texts > most; });
    return chosen;
}

class Ranker {
  public:
    Ranker(store::Reader& db, const Filters& filters, Kinds kinds)
        : db_(db), filters_(filters), kinds_(kinds) {}

    void count_units(Plan& plan) const {
        for (Unit& unit : plan.units) {
            if (unit.stop || unit.texts > 0) continue;
            unit.texts = count_up_to(db_, unit.wanted, static_cast<std::size_t>(common));
            unit.common = unit.texts == common;
        }
    }

    /// The keys of what matches, newest first.
    [[nodiscard]] std::vector<std::int64_t> matches(const Plan& plan, const std::string& expression) const {
        return matching_keys(db_, filtered_by_time(plan, expression, kinds_), filters_, most_matches);
    }

    /// The keys best first. `expression` is all_words or any_words, which the scores come from.
    template <class Expression>
    [[nodiscard]] std::vector<std::int64_t> sorted(const Plan& plan, std::vector<std::int64_t> keys,
                                                   const std::vector<std::int64_t>& whole,
                                                   Expression expression) const {
        if (keys.size() < 2) return keys;
        const Scores scores = score(plan, keys, whole, expression);
        // Most of thousands have no score, and stay behind those that have one. Newer first among equals: the
        // keys come so, and both steps are stable.
        const auto unscored = std::stable_partition(keys.begin(), keys.end(),
                                                    [&](std::int64_t key) { return scores.contains(key); });
        std::stable_sort(keys.begin(), unscored,
                         [&](std::int64_t a, std::int64_t b) { return scores.at(a) > scores.at(b); });
        return keys;
    }

  private:
    template <class Expression>
    [[nodiscard]] Scores score(const Plan& plan, const std::vector<std::int64_t>& keys,
                               const std::vector<std::int64_t>& whole, Expression expression) const {
        Scores scores;
        const Plan rare = without_common(plan);
        const Kinds narrow = keys.size() > most_scored ? kinds_ : Kinds::every;
        const auto add = [&](const std::string& wanted, std::size_t most, double share) {
            for (const auto& [key, score] :
                 candidates(db_, filtered(rare, wanted, narrow), keys.back(), keys.front(), most))
                scores[key] = std::max(scores[key], 0.0) + share * score;
        };
        if (!rare.units.empty()) {
            const std::string wanted = expression(rare);
            add(wanted, most_scored, 1);
            if (keys.size() > most_scored) add_titles(scores, rare, wanted, narrow, keys);
        } else if (!plan.units.empty()) {
            add_titles(scores, plan, expression(plan), narrow, keys);
        }
        if (const auto rows = side_by_side(plan); !rows.empty()) add(rows, most_scored, side_by_side_share);
        for (const std::int64_t key : whole)
            if (const auto found = scores.find(key); found != scores.end()) found->second *= all_words_bonus;
        for (auto& [key, score] : scores)
            if (is_settled(key)) score *= settled_bonus;
        return scores;
    }

    /// Where there are too many to score them all, older matters come in by their titles and tags.
    void add_titles(Scores& scores, const Plan& plan, const std::string& wanted, Kinds narrow,
                    const std::vector<std::int64_t>& keys) const {
        const auto in_titles = "{title tags} : (" + wanted + ')';
        if (std::all_of(plan.units.begin(), plan.units.end(), [](const Unit& unit) { return unit.common; })) {
            for (const std::int64_t key :
                 matching_keys(db_, filtered_by_time(plan, in_titles, narrow), {}, most_titles))
                scores.try_emplace(key, 1.0);
            return;
        }
        for (const auto& [key, score] :
             candidates(db_, filtered(plan, in_titles, narrow), keys.back(), keys.front(), most_titles))
            scores.try_emplace(key, score);
    }

    store::Reader& db_;
    const Filters& filters_;
    Kinds kinds_;
};

} // namespace

Ranking rank(store::Reader& db, Plan& plan, const Filters& filters, Kinds kinds, Freedom freedom) {
    const Ranker ranker(db, filters, kinds);
    ranker.count_units(plan);
    Ranking ranking;
    std::vector<std::int64_t> whole = ranker.matches(plan, all_words(plan));
    const std::size_t words = wanted_words(plan);
    const std::size_t enough = words >= many_words ? few : 1;
    if (words > 1 && (freedom == Freedom::always || whole.size() < enough)) {
        const Plan chosen = rarest(plan);
        if (const auto any = any_words(chosen); !any.empty()) {
            auto keys = ranker.matches(chosen, any);
            if (keys.size() > whole.size()) {
                ranking.more = keys.size() == most_matches;
                ranking.by = whole.empty() ? Match::none_has_all_words : Match::few_have_all_words;
                ranking.keys = ranker.sorted(chosen, std::move(keys), whole, any_words);
                return ranking;
            }
        }
    }
    ranking.more = whole.size() == most_matches;
    ranking.keys = ranker.sorted(plan, std::move(whole), {}, all_words);
    return ranking;
}

} // namespace search
