// The form of a proposal's text. It is one Markdown text, so that it is versioned, compared and merged like
// any other: a statement before the first heading; under "## Clauses" one "### " heading a clause, with its
// id behind it; then
// "## Why it matters" and "## Evidence".
//
//     A Center never leaves voted ballots with one person alone.
//
//     ## Clauses
//
//     ### The rule is in writing {#c1}
//
//     It names who, where and when.
//
//     ## Why it matters
//     …
//     ## Evidence
//     - [[chain-of-custody]], #12
#pragma once

#include "base/problem.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace standards {

struct Clause {
    std::string id;      // "c3": kept through edits and moves; "" where it is new
    std::string heading; // the criterion: one sentence that an office can answer
    std::string body;    // Markdown; "" where the heading says all
};

struct ProposalText {
    std::string statement; // "A Center …"
    std::vector<Clause> clauses;
    std::string rationale;
    std::string evidence;
};

/// Fails with `invalid` at "body", saying which line to change and how.
base::Result<ProposalText> read_text(std::string_view markdown);
/// The text in its one form; empty parts are left out.
std::string write_text(const ProposalText& text);
/// Gives each clause without an id the next one ("c" and the number), which is counted up.
void number_clauses(ProposalText& text, std::int64_t& next_clause);
/// Gives clauses whose id was lost in an edit the one they had `before`: by heading and body, by the heading,
/// or by the body; of several alike the first gets the first.
void keep_ids(ProposalText& mine, const ProposalText& before);

/// One clause alone, heading and text, without its id: as an amendment shows it.
std::string write_clause(const Clause& clause);
/// Reads one clause, also where "###" was left away. Fails with `invalid` at "amendment".
base::Result<Clause> read_clause(std::string_view markdown);

/// Nothing where the text has no clause of that id.
const Clause* find_clause(const ProposalText& text, std::string_view id);
/// 3 for "c3"; 0 for what is no clause's id.
std::int64_t clause_number(std::string_view id);

} // namespace standards
