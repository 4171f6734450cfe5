#include "search/find.hpp"

#include "base/text.hpp"
#include "search/did_you_mean.hpp"
#include "search/expression.hpp"
#include "search/find_store.hpp"
#include "search/key.hpp"
#include "search/passages.hpp"
#include "search/ranking.hpp"

#include <algorithm>
#include <array>

namespace search {
namespace {

constexpr std::int64_t few_hits = 3; // fewer may come from a mistyped word

void count_kinds(const std::vector<std::int64_t>& keys, Results& results) {
    std::array<std::int64_t, base::all_values<Kind>().size()> numbers{};
    for (const std::int64_t key : keys)
        ++numbers[static_cast<std::size_t>(kind_of(key))];
    for (const Kind kind : base::all_values<Kind>())
        if (const auto number = numbers[static_cast<std::size_t>(kind)]; number > 0)
            results.facets.push_back({kind, number});
}

std::string_view note_on(Match match) {
    switch (match) {
    case Match::few_have_all_words:
        return "Few texts hold all these words, so here is what holds any of them.";
    case Match::none_has_all_words:
        return "Nothing holds all these words, so here is what holds any of them.";
    default: return "";
    }
}

std::string opened_at(const std::string& address, std::string_view anchor) {
    if (anchor.empty()) return address;
    return address.substr(0, address.find('#')) + '#' + std::string(anchor);
}

Hit show(Found&& found, const Plan& plan) {
    const auto passages = unpack(found.passages);
    BestPassage best = best_passage(passages, plan.units);
    Hit hit;
    hit.kind = found.kind;
    hit.title = std::move(found.title);
    hit.address = passages.empty() ? found.address : opened_at(found.address, passages[best.number].anchor);
    hit.heading = passages.empty() ? "" : passages[best.number].heading;
    hit.snippet = std::move(best.snippet);
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
    Plan made = plan(
        query, [&](std::string_view beginning) { return words_from(db, beginning, most_words_of_open_end); });
    Ranking ranking = rank(db, made, query.filters, Kinds::every);
    count_kinds(ranking.keys, results);
    if (ranking.more && !query.filters.kinds.empty())
        ranking = rank(db, made, query.filters, Kinds::as_filtered);
    std::erase_if(ranking.keys, [&](std::int64_t key) { return !is_kind(query.filters, key); });
    if (const auto note = note_on(ranking.by); !note.empty()) results.notes.emplace_back(note);
    results.total = static_cast<std::int64_t>(ranking.keys.size());
    results.more = ranking.more;
    for (std::size_t at = part.offset; at < ranking.keys.size() && results.hits.size() < part.limit; ++at)
        if (auto found = find_document(db, ranking.keys[at]))
            results.hits.push_back(show(std::move(*found), made));
    const bool in_doubt = results.total < few_hits || ranking.by == Match::none_has_all_words;
    if (part.offset == 0 && in_doubt) results.did_you_mean = did_you_mean(db, query);
    return results;
}

std::vector<Similar> similar(store::Reader& db, std::string_view title, std::size_t limit) {
    Query query = parse(title);
    query.without.clear();
    query.filters = {};
    query.filters.kinds = {Kind::question, Kind::discussion, Kind::story, Kind::page};
    std::vector<Similar> found;
    if (query.groups.empty()) return found;
    Plan made = plan(query, [](std::string_view) { return std::vector<std::string>(); });
    for (const std::int64_t key : rank(db, made, query.filters, Kinds::as_filtered, Freedom::always).keys) {
        if (found.size() == limit) break;
        if (auto document = find_document(db, key))
            found.push_back({document->kind, std::move(document->title), std::move(document->address),
                             document->settled});
    }
    return found;
}

} // namespace search
