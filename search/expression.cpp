#include "search/expression.hpp"

#include "base/text.hpp"
#include "search/indexed_text.hpp"
#include "search/months.hpp"
#include "search/stem.hpp"
#include "search/synonyms.hpp"

#include <algorithm>
#include <set>

namespace search {
namespace {

std::string quoted(const std::vector<std::string>& stems) {
    return '"' + base::join(stems, " ") + '"';
}

std::string any_of(const std::vector<std::string>& parts) {
    return parts.size() == 1 ? parts[0] : '(' + base::join(parts, " OR ") + ')';
}

std::string all_of(const std::vector<std::string>& parts) {
    return parts.size() == 1 ? parts[0] : '(' + base::join(parts, " AND ") + ')';
}

/// An open word is looked for in text only: "kind*" must not find the marks.
std::string open_part(std::string_view beginning) {
    return "{title thread tags headings body} : \"" + std::string(beginning) + "\" *";
}

void add_part(Unit& unit, std::string part) {
    if (std::find(unit.parts.begin(), unit.parts.end(), part) == unit.parts.end())
        unit.parts.push_back(std::move(part));
}

void add_row(Unit& unit, std::vector<std::string> stems) {
    add_part(unit, quoted(stems));
    for (auto& word : stems) // marked where it stands in capitals or not: the eye sees which
        if (word.starts_with("caps_")) word = stem(word.substr(5));
    unit.patterns.push_back({std::move(stems)});
}

void add_synonyms(Unit& unit, std::string_view term) {
    for (const auto& other : synonyms_of(term)) {
        std::vector<std::string> stems;
        for (const auto word : base::split(other, ' '))
            stems.emplace_back(word);
        add_row(unit, std::move(stems));
    }
}

void add_term(Unit& unit, const Term& term, const Vocabulary& vocabulary) {
    if (!term.open) {
        add_row(unit, term.stems);
        if (!term.quoted) add_synonyms(unit, base::join(term.stems, " "));
        return;
    }
    const auto words = vocabulary(term.word);
    // The index holds stems, which may be shorter than what was typed: "certifica*" finds "certif" by its
    // words. Where there are too many words the index is asked itself, which is dear for one or two letters.
    const bool all_known = !words.empty() && words.size() < most_words_of_open_end;
    if (!all_known && (words.empty() || term.word.size() > 2)) add_part(unit, open_part(term.word));
    // A single sign that ends a run begins no pair: it stands among the forms, whole.
    if (term.word.size() > 2 && base::length(term.word) == 1) add_part(unit, quoted({term.word}));
    for (const auto& word : words)
        add_part(unit, quoted({stem(word)}));
    unit.patterns.push_back({{term.word}, true});
}

bool is_plain(const Group& group) {
    return group.terms.size() == 1 && group.terms[0].stems.size() == 1 && !group.terms[0].open &&
           !group.terms[0].quoted;
}

/// How many groups from `at` on together are a term of the synonym list; at least 1.
std::size_t longest_term_at(const std::vector<Group>& groups, std::size_t at) {
    std::string term;
    std::size_t longest = 1;
    for (std::size_t size = 0;
         size < longest_term() && at + size < groups.size() && is_plain(groups[at + size]);) {
        term += (size > 0 ? " " : "") + groups[at + size].terms[0].stems[0];
        if (++size > 1 && !synonyms_of(term).empty()) longest = size;
    }
    return longest;
}

Unit one_group(const Group& group, const Vocabulary& vocabulary) {
    Unit unit;
    unit.stop = group.stop;
    for (const Term& term : group.terms)
        add_term(unit, term, vocabulary);
    unit.wanted = any_of(unit.parts);
    // Pairs of characters overlap: they say by themselves what stands side by side.
    if (is_plain(group) && static_cast<signed char>(group.terms[0].stems[0][0]) > 0)
        unit.first = unit.last = group.terms[0].stems[0];
    return unit;
}

/// Several words that are one term: each of them must be there, or one of the synonyms.
Unit several_groups(std::span<const Group> groups) {
    Unit unit;
    std::vector<std::string> stems;
    std::vector<std::string> each;
    for (const Group& group : groups) {
        const auto& word = group.terms[0].stems[0];
        stems.push_back(word);
        if (group.stop) continue;
        each.push_back(quoted({word}));
        unit.patterns.push_back({{word}});
    }
    add_synonyms(unit, base::join(stems, " "));
    std::vector<std::string> parts = unit.parts;
    if (each.empty()) each.push_back(quoted(stems));
    parts.insert(parts.begin(), all_of(each));
    unit.wanted = any_of(parts);
    for (auto& part : each)
        add_part(unit, std::move(part));
    unit.first = stems.front();
    unit.last = stems.back();
    unit.row = quoted(stems);
    return unit;
}

/// The two side by side, as one phrase; "" where that says nothing.
std::string neighbours(const Unit& left, const Unit& right) {
    if (left.stop || right.stop || (left.common && right.common)) return "";
    if (left.last.empty() || right.first.empty()) return "";
    return quoted({left.last, right.first});
}

/// Narrows to whole months; the days at both ends are for the rows to tell.
std::string months_filter(const Filters& filters) {
    std::vector<std::string> parts;
    for (const auto& month : span_marks(filters.from, filters.until))
        parts.push_back(quoted({month}));
    return any_of(parts);
}

std::string kinds_filter(const std::vector<Kind>& kinds) {
    std::vector<std::string> parts;
    for (const Kind kind : kinds)
        parts.push_back(quoted({mark("kind", base::enum_text(kind))}));
    return any_of(parts);
}

} // namespace

Plan plan(const Query& query, const Vocabulary& vocabulary) {
    Plan made;
    for (std::size_t at = 0; at < query.groups.size();) {
        const std::size_t size = longest_term_at(query.groups, at);
        made.units.push_back(size > 1 ? several_groups(std::span(query.groups).subspan(at, size))
                                      : one_group(query.groups[at], vocabulary));
        at += size;
    }
    if (!query.filters.kinds.empty()) made.kinds = " AND " + kinds_filter(query.filters.kinds);
    std::set<std::string> seen;
    for (const auto& wanted : query.filters.marks)
        if (seen.insert(wanted).second) made.others += " AND " + quoted({wanted});
    if (query.filters.from || query.filters.until) made.months = " AND " + months_filter(query.filters);
    for (const Term& term : query.without)
        made.others += " NOT " + (term.open ? '(' + open_part(term.word) + ')' : quoted(term.stems));
    for (const auto& unwanted : query.filters.without)
        if (seen.insert(unwanted).second) made.others += " NOT " + quoted({unwanted});
    return made;
}

std::string all_words(const Plan& plan) {
    const bool only_stop_words =
        std::all_of(plan.units.begin(), plan.units.end(), [](const Unit& unit) { return unit.stop; });
    std::vector<std::string> wanted;
    for (const Unit& unit : plan.units)
        if (!unit.stop || only_stop_words) wanted.push_back(unit.wanted);
    if (!wanted.empty()) return all_of(wanted);
    const auto kinds = base::all_values<Kind>();
    return kinds_filter({kinds.begin(), kinds.end()});
}

std::string any_words(const Plan& plan) {
    std::vector<std::string> parts;
    for (const Unit& unit : plan.units)
        if (!unit.stop) parts.insert(parts.end(), unit.parts.begin(), unit.parts.end());
    return parts.empty() ? "" : any_of(parts);
}

std::string side_by_side(const Plan& plan) {
    std::vector<std::string> rows;
    for (std::size_t at = 0; at < plan.units.size(); ++at) {
        if (!plan.units[at].row.empty() && !plan.units[at].common) rows.push_back(plan.units[at].row);
        if (at + 1 == plan.units.size()) break;
        if (auto row = neighbours(plan.units[at], plan.units[at + 1]); !row.empty())
            rows.push_back(std::move(row));
    }
    return rows.empty() ? "" : any_of(rows);
}

std::string filtered(const Plan& plan, const std::string& expression, Kinds kinds) {
    const std::string filters = (kinds == Kinds::as_filtered ? plan.kinds : "") + plan.others;
    return filters.empty() ? expression : '(' + expression + ')' + filters;
}

std::string filtered_by_time(const Plan& plan, const std::string& expression, Kinds kinds) {
    const auto wanted = filtered(plan, expression, kinds);
    return plan.months.empty() ? wanted : '(' + wanted + ')' + plan.months;
}

} // namespace search
