// A proposal's text: what is read, written in its one form, reads the same; every clause gets an id of its
// own and keeps it through an edit; and its HTML comes apart without losing a word.
#include "base/text.hpp"
#include "markup/render.hpp"
#include "standards/proposals/proposal_html.hpp"
#include "standards/proposals/proposal_text.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <algorithm>
#include <set>

namespace {

using namespace standards;
using fuzz::require;

bool same(const Clause& a, const Clause& b) {
    return a.id == b.id && a.heading == b.heading && a.body == b.body;
}

bool same(const ProposalText& a, const ProposalText& b) {
    return a.statement == b.statement && a.rationale == b.rationale && a.evidence == b.evidence &&
           std::ranges::equal(a.clauses, b.clauses, [](const auto& x, const auto& y) { return same(x, y); });
}

void check_ids(const ProposalText& text) {
    std::set<std::string> ids;
    for (const auto& clause : text.clauses) {
        if (clause.id.empty()) continue;
        require(clause_number(clause.id) > 0, "an id is a clause's", clause.id);
        require(ids.insert(clause.id).second, "an id stands once", clause.id);
        require(find_clause(text, clause.id) == &clause, "a clause is found by its id");
    }
}

void check_html(const ProposalText& text) {
    markup::Options options;
    options.limits = markup::page_limits;
    options.first_heading = 2;
    options.written_ids = true;
    const auto rendered = markup::render(write_text(text), options);
    if (!rendered) return;
    const auto apart = take_apart(rendered->html, text);
    require(apart.clauses.empty() || apart.clauses.size() == text.clauses.size(), "all clauses or none");
    std::size_t shown = apart.statement.size() + apart.rest.size();
    for (const auto& clause : apart.clauses) {
        shown += std::string("<h3 id=\"\"></h3>").size() + clause.id.size() + clause.heading.size() +
                 clause.body.size();
        require(clause.body.find(" class=\"footnotes\"") == clause.body.npos,
                "footnotes stand behind the clauses", clause.body);
    }
    // The heading "Clauses" is left out, because the page writes it itself; its id may carry a number.
    const std::size_t part =
        apart.clauses.empty() ? 0 : std::string("<h2 id=\"clauses-12\">Clauses</h2>\n").size();
    require(shown + part >= rendered->html.size(), "no word is lost", rendered->html);
}

void check_amendment(std::string_view markdown) {
    const auto clause = read_clause(markdown);
    if (!clause) return;
    const auto again = read_clause(write_clause(*clause));
    require(again && same(*again, *clause), "an amendment reads the same again", write_clause(*clause));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto parts = fuzz::parts(fuzz::view(data, size), 2);
    const std::string first = base::clean(parts[0]), second = base::clean(parts[1]);
    check_amendment(first);
    auto text = read_text(first);
    if (!text) return 0;
    check_ids(*text);
    const auto again = read_text(write_text(*text));
    require(again && same(*again, *text), "what was read reads the same again", write_text(*text));

    std::int64_t next = 1;
    for (const auto& clause : text->clauses)
        next = std::max(next, clause_number(clause.id) + 1);
    if (next > 900'000) return 0; // ids have six digits, and no proposal comes near that
    number_clauses(*text, next);
    check_ids(*text);
    require(std::ranges::none_of(text->clauses, &std::string::empty, &Clause::id), "every clause gets an id");
    check_html(*text);

    auto edited = read_text(second);
    if (!edited) return 0;
    keep_ids(*edited, *text);
    check_ids(*edited);
    auto unmarked = *text;
    for (auto& clause : unmarked.clauses)
        clause.id.clear();
    keep_ids(unmarked, *text);
    require(same(unmarked, *text), "ids that were lost come back, each to its clause", write_text(unmarked));
    return 0;
}
