#include "search/find.hpp"

#include "base/text.hpp"
#include "search/did_you_mean.hpp"
#include "search/expression.hpp"
#include "search/find_store.hpp"
#include "search/key.hpp"
#include "search/passages.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace search {
namespace {

constexpr std::size_t most_candidates = 4000; // scored at most, so that a word in every text stays quick
constexpr std::size_t few = 20; // a long question that finds fewer whole matches is asked more freely
constexpr std::size_t many_words = 4;
constexpr std::size_t words_of_open_end = 40;
// Measured on the judgements of tests/search/relevance_test.cpp.
constexpr double settled_bonus = 1.1;
constexpr double all_words_bonus = 1.2;
constexpr double side_by_side_share = 0.4;

struct Ranking {
    std::vector<Candidate> candidates; // of every kind, best first
    bool more = false;
};

void sort_best_first(std::vector<Candidate>& candidates) {
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : a.key > b.key;
    });
}

/// Scores what matches the expression; words side by side and settled matters count more.
Ranking rank(store::Reader& db, const Plan& plan, const std::string& expression, const Query& query,
             Kinds kinds) {
    Ranking ranking;
    ranking.candidates = candidates(db, filtered(plan, expression, kinds), query.filters, most_candidates);
    ranking.more = ranking.candidates.size() == most_candidates;
    std::unordered_map<std::int64_t, double> beside;
    if (const auto rows = side_by_side(plan); !rows.empty() && ranking.candidates.size() > 1)
        for (const Candidate& row :
             candidates(db, filtered(plan, rows, kinds), query.filters, most_candidates))
            beside.emplace(row.key, row.score);
    for (Candidate& candidate : ranking.candidates) {
        if (const auto row = beside.find(candidate.key); row != beside.end())
            candidate.score += side_by_side_share * row->second;
        if (is_settled(candidate.key)) candidate.score *= settled_bonus;
    }
    sort_best_first(ranking.candidates);
    return ranking;
}

std::size_t wanted_words(const Plan& plan) {
    return static_cast<std::size_t>(
        std::count_if(plan.units.begin(), plan.units.end(), [](const Unit& unit) { return !unit.stop; }));
}

/// Ranks what holds all words, or where that is too little, any of them.
Ranking rank_freely(store::Reader& db, const Plan& plan, const Query& query, Kinds kinds, Results& results) {
    auto ranking = rank(db, plan, all_words(plan), query, kinds);
    const std::size_t enough = wanted_words(plan) >= many_words ? few : 1;
    const std::string any = any_words(plan);
    if (ranking.candidates.size() >= enough || any.empty() || wanted_words(plan) < 2) return ranking;
    auto freely = rank(db, plan, any, query, kinds);
    if (freely.candidates.size() <= ranking.candidates.size()) return ranking;
    std::unordered_set<std::int64_t> whole;
    for (const Candidate& candidate : ranking.candidates)
        whole.insert(candidate.key);
    for (Candidate& candidate : freely.candidates)
        if (whole.contains(candidate.key)) candidate.score *= all_words_bonus;
    sort_best_first(freely.candidates);
    results.notes.push_back(ranking.candidates.empty()
                                ? "Nothing holds all these words, so here is what holds any of them."
                                : "Few texts hold all these words, so here is what holds any of them.");
    return freely;
}

void count_kinds(const Ranking& ranking, Results& results) {
    std::array<std::int64_t, base::all_values<Kind>().size()> numbers{};
    for (const Candidate& candidate : ranking.candidates)
        ++numbers[static_cast<std::size_t>(kind_of(candidate.key))];
    for (const Kind kind : base::all_values<Kind>())
        if (numbers[static_cast<std::size_t>(kind)] > 0)
            results.facets.push_back({kind, numbers[static_cast<std::size_t>(kind)]});
}

std::string opened_at(const std::string& address, std::string_view anchor) {
    if (anchor.empty()) return address;
    return address.substr(0, address.find('#')) + '#' + std::string(anchor);
}

Hit show(Found&& found, const Plan& plan) {
    const auto passages = unpack(found.passages);
    Hit hit;
    BestPassage best = best_passage(passages, plan.units);
    hit.address = found.address;
    if (!passages.empty()) {
        hit.address = opened_at(found.address, passages[best.number].anchor);
        hit.heading = passages[best.number].heading;
    }
    hit.snippet = std::move(best.snippet);
    hit.kind = found.kind;
    hit.title = std::move(found.title);
    hit.place = std::move(found.place);
    for (const auto tag : base::split(found.tags, ' '))
        if (!tag.empty()) hit.tags.emplace_back(tag);
    hit.author = std::move(found.author);
    hit.author_name = std::move(found.author_name);
    hit.state = std::move(found.state);
    hit.at = found.at;
    hit.settled = found.settled;
    return hit;
}

bool is_kind(const Filters& filters, std::int64_t key) {
    return filters.kinds.empty() ||
           std::find(filters.kinds.begin(), filters.kinds.end(), kind_of(key)) != filters.kinds.end();
}

} // namespace

Results find(store::Reader& db, const Query& query, const Part& part) {
    Results results;
    results.notes = query.notes;
    if (query.is_empty()) return results;
    const Plan made =
        plan(query, [&](std::string_view beginning) { return words_from(db, beginning, words_of_open_end); });
    Ranking ranking = rank_freely(db, made, query, Kinds::every, results);
    count_kinds(ranking, results);
    if (ranking.more && !query.filters.kinds.empty()) {
        Results ignored;
        ranking = rank_freely(db, made, query, Kinds::as_filtered, ignored);
    }
    std::erase_if(ranking.candidates, [&](const Candidate& c) { return !is_kind(query.filters, c.key); });
    results.total = static_cast<std::int64_t>(ranking.candidates.size());
    results.more = ranking.more;
    for (std::size_t at = part.offset; at < ranking.candidates.size() && results.hits.size() < part.limit;
         ++at)
        if (auto found = find_document(db, ranking.candidates[at].key))
            results.hits.push_back(show(std::move(*found), made));
    if (part.offset == 0 && results.total < 3) results.did_you_mean = did_you_mean(db, query);
    return results;
}

std::vector<Similar> similar(store::Reader& db, std::string_view title, std::size_t limit) {
    Query query = parse(title);
    query.filters = {};
    query.without.clear();
    query.filters.kinds = {Kind::question, Kind::discussion, Kind::story, Kind::page};
    const Plan made = plan(query, [](std::string_view) { return std::vector<std::string>(); });
    std::string any = any_words(made);
    if (any.empty()) any = all_words(made);
    std::vector<Similar> found;
    if (query.groups.empty()) return found;
    for (const Candidate& candidate : rank(db, made, any, query, Kinds::as_filtered).candidates) {
        if (found.size() == limit) break;
        if (auto document = find_document(db, candidate.key))
            found.push_back({document->kind, std::move(document->title), std::move(document->address),
                             document->settled});
    }
    return found;
}

} // namespace search
