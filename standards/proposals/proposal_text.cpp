#include "standards/proposals/proposal_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace standards {
namespace {

constexpr std::string_view clauses_title = "Clauses";
constexpr std::string_view rationale_title = "Why it matters";
constexpr std::string_view evidence_title = "Evidence";
constexpr std::size_t most_clauses = 200;
constexpr std::size_t longest_heading = 300;

/// Whether a line stands in a fenced code block (CommonMark 0.31, section 4.5): nothing in it is a heading.
class Fences {
  public:
    bool hides(std::string_view line) {
        const auto indent = std::min(line.find_first_not_of(' '), line.size());
        const auto rest = line.substr(indent);
        const char mark = rest.empty() ? '\0' : rest.front();
        const auto run = std::min(rest.find_first_not_of(mark), rest.size());
        const bool is_run = indent <= 3 && (mark == '`' || mark == '~') && run >= 3;
        const auto behind = rest.substr(run);
        if (length_ > 0) {
            if (is_run && mark == mark_ && run >= length_ && base::trim(behind).empty()) length_ = 0;
            return true;
        }
        if (!is_run || (mark == '`' && behind.find('`') != behind.npos)) return false;
        mark_ = mark;
        length_ = run;
        return true;
    }

    /// The line that would end the block that is open; "" where none is.
    [[nodiscard]] std::string missing_end() const { return std::string(length_, mark_); }

  private:
    char mark_ = '\0';
    std::size_t length_ = 0; // of the fence that is open; 0: none
};

struct HeadingLine {
    std::size_t level;
    std::string_view words;
};

/// An ATX heading (section 4.2).
std::optional<HeadingLine> heading_of(std::string_view line) {
    const auto indent = std::min(line.find_first_not_of(' '), line.size());
    if (indent > 3) return std::nullopt;
    line.remove_prefix(indent);
    const auto level = std::min(line.find_first_not_of('#'), line.size());
    if (level < 1 || level > 6 || (level < line.size() && line[level] != ' ' && line[level] != '\t'))
        return std::nullopt;
    auto words = base::trim(line.substr(level));
    const auto last = words.find_last_not_of('#');
    if (last == words.npos)
        words = {};
    else if (last + 1 < words.size() && (words[last] == ' ' || words[last] == '\t'))
        words = base::trim(words.substr(0, last));
    return HeadingLine{level, words};
}

/// The line below a setext heading (section 4.3): it makes a heading of the words above it.
bool is_underline(std::string_view line) {
    if (line.find_first_not_of(' ') > 3) return false;
    const auto marks = base::trim(line);
    return !marks.empty() && (marks.front() == '-' || marks.front() == '=') &&
           marks.find_first_not_of(marks.front()) == marks.npos;
}

/// Takes "{#c3}" off the end of a heading.
std::string_view take_id(std::string_view& words) {
    const auto begin = words.rfind("{#");
    if (begin == words.npos || !words.ends_with('}')) return {};
    const auto id = words.substr(begin + 2, words.size() - begin - 3);
    words = base::trim(words.substr(0, begin));
    return id;
}

/// Without blank lines at both ends; blanks that begin a line (code) stay.
std::string without_outer_lines(std::string_view text) {
    while (true) {
        const auto end = text.find('\n');
        if (end == text.npos || !base::trim(text.substr(0, end)).empty()) break;
        text.remove_prefix(end + 1);
    }
    const auto last = text.find_last_not_of(" \t\n");
    return last == text.npos ? std::string() : std::string(text.substr(0, last + 1));
}

class TextReader {
  public:
    base::Result<ProposalText> read(std::string_view markdown) {
        if (markdown.ends_with('\n')) markdown.remove_suffix(1); // it ends a line, and begins none
        Fences fences;
        bool below_words = false;
        for (const auto line : base::split(markdown, '\n')) {
            ++number_;
            const bool is_code = fences.hides(line);
            if (below_words && !is_code && is_underline(line))
                return fault("this makes a heading of the line above. Put an empty line before it, or take "
                             "it out and write #### before the heading.");
            const auto heading = is_code ? std::nullopt : heading_of(line);
            below_words = !is_code && !heading && !base::trim(line).empty();
            auto taken = heading ? take(*heading, line) : add(line);
            if (!taken) return base::fail(taken.error());
        }
        // A code block may be left open to the end of the text; but in the one form other parts may follow
        // it.
        if (const auto end = fences.missing_end(); !end.empty())
            if (auto taken = add(end); !taken) return base::fail(taken.error());
        for (auto* part : {&text_.statement, &text_.rationale, &text_.evidence})
            *part = without_outer_lines(*part);
        for (auto& clause : text_.clauses)
            clause.body = without_outer_lines(clause.body);
        // A heading that waits to be written, with nothing below it, says nothing yet.
        std::erase_if(text_.clauses,
                      [](const Clause& clause) { return clause.heading.empty() && clause.body.empty(); });
        if (std::ranges::any_of(text_.clauses, &std::string::empty, &Clause::heading)) {
            number_ = empty_heading_;
            return fault("the heading of a clause is its criterion: one sentence that an office can answer.");
        }
        if (text_.statement.empty())
            return base::fail_field("body", "Say first, before any heading, what is asked for, in a sentence "
                                            "that begins with “A Center”.");
        return std::move(text_);
    }

  private:
    enum class Part { statement, clauses, rationale, evidence };

    [[nodiscard]] tl::unexpected<base::Problem> fault(const std::string& sentence) const {
        return base::fail_field("body", "Line " + std::to_string(number_) + ": " + sentence);
    }

    base::Result<> take(const HeadingLine& heading, std::string_view line) {
        if (heading.level == 1)
            return fault("the title has its own field. Take this heading out, or write ## before it.");
        if (heading.level == 2) return begin_part(heading.words);
        if (heading.level > 3 || part_ == Part::rationale || part_ == Part::evidence) return add(line);
        if (part_ == Part::statement)
            return fault("a clause stands below the heading “## Clauses”. Put that line before the first.");
        return begin_clause(heading.words);
    }

    base::Result<> begin_part(std::string_view words) {
        constexpr std::array<std::pair<std::string_view, Part>, 3> parts{{{clauses_title, Part::clauses},
                                                                          {rationale_title, Part::rationale},
                                                                          {evidence_title, Part::evidence}}};
        const auto found = std::ranges::find_if(parts, [&](const auto& part) {
            return base::ascii_lower(part.first) == base::ascii_lower(words);
        });
        if (found == parts.end())
            return fault("the parts of a proposal are “## Clauses”, “## Why it matters” and “## Evidence”. "
                         "Write #### before a heading of your own.");
        if (!parts_.insert(found->second).second)
            return fault("“" + std::string(found->first) + "” is there twice. Put both parts into one.");
        part_ = found->second;
        return {};
    }

    base::Result<> begin_clause(std::string_view words) {
        const std::string id(take_id(words));
        if (auto more = words; take_id(more), more != words)
            return fault("a clause carries one id. Take all but one {#…} away.");
        if (words.empty()) empty_heading_ = number_;
        if (base::length(words) > longest_heading)
            return fault("this heading is longer than 300 characters. Put the details below it.");
        if (!id.empty() && clause_number(id) == 0)
            return fault("“{#" + id + "}” is no clause's id. Leave it out: a new clause gets its own.");
        if (!id.empty() && !ids_.insert(id).second)
            return fault("two clauses carry {#" + id + "}. Take it away from the new one.");
        if (text_.clauses.size() == most_clauses) return fault("a proposal has at most 200 clauses.");
        text_.clauses.push_back({id, std::string(words), {}});
        return {};
    }

    base::Result<> add(std::string_view line) {
        std::string* part = &text_.statement;
        if (part_ == Part::rationale) part = &text_.rationale;
        if (part_ == Part::evidence) part = &text_.evidence;
        if (part_ == Part::clauses && !text_.clauses.empty()) part = &text_.clauses.back().body;
        if (part_ == Part::clauses && text_.clauses.empty()) {
            if (base::trim(line).empty()) return {};
            return fault("each clause has a heading of its own, as “### The rule is in writing”. Put one "
                         "before this line.");
        }
        *part += line;
        *part += '\n';
        return {};
    }

    ProposalText text_;
    Part part_ = Part::statement;
    std::set<Part> parts_;
    std::set<std::string> ids_;
    int number_ = 0; // of the line
    int empty_heading_ = 0;
};

/// The heading so that it reads the same again: of "C #" the parser would take the last sign for an end of
/// the line.
std::string heading_line(const Clause& clause) {
    return "### " + clause.heading + (clause.heading.ends_with('#') ? " #" : "");
}

void add_part(std::string& out, std::string_view title, std::string_view body) {
    if (body.empty()) return;
    out += "\n## ";
    out += title;
    out += "\n\n";
    out += body;
    out += '\n';
}

bool carries(const ProposalText& text, std::string_view id) {
    return find_clause(text, id) != nullptr;
}

} // namespace

base::Result<ProposalText> read_text(std::string_view markdown) {
    return TextReader().read(markdown);
}

std::string write_text(const ProposalText& text) {
    std::string out = text.statement + "\n";
    if (!text.clauses.empty()) out += "\n## Clauses\n";
    for (const auto& clause : text.clauses) {
        out += '\n';
        out += clause.id.empty() ? heading_line(clause) : "### " + clause.heading + " {#" + clause.id + "}";
        out += '\n';
        if (!clause.body.empty()) out += "\n" + clause.body + "\n";
    }
    add_part(out, rationale_title, text.rationale);
    add_part(out, evidence_title, text.evidence);
    return out;
}

std::string write_clause(const Clause& clause) {
    return heading_line(clause) + (clause.body.empty() ? "" : "\n\n" + clause.body);
}

base::Result<Clause> read_clause(std::string_view markdown) {
    std::string text(base::trim(markdown));
    if (!text.starts_with("#")) text = "### " + text;
    // The next clause stands behind it, so that a code block that is never closed shows itself.
    const auto read = read_text("A Center.\n\n## Clauses\n\n" + text + "\n\n### Next\n");
    if (!read || read->clauses.size() != 2 || read->clauses.back().heading != "Next")
        return base::fail_field("amendment",
                                "Write one clause: its criterion in the first line, after ###, and "
                                "below it what explains it, without another heading.");
    auto clause = read->clauses.front();
    clause.id.clear();
    return clause;
}

void number_clauses(ProposalText& text, std::int64_t& next_clause) {
    for (auto& clause : text.clauses)
        if (clause.id.empty()) clause.id = "c" + std::to_string(next_clause++);
}

void keep_ids(ProposalText& mine, const ProposalText& before) {
    const auto same_heading = [](const Clause& a, const Clause& b) { return a.heading == b.heading; };
    const auto same_body = [](const Clause& a, const Clause& b) {
        return !a.body.empty() && a.body == b.body;
    };
    const auto give = [&](const auto& is_same) {
        for (auto& clause : mine.clauses) {
            if (!clause.id.empty()) continue;
            const auto old = std::ranges::find_if(before.clauses, [&](const Clause& one) {
                return is_same(clause, one) && !carries(mine, one.id);
            });
            if (old != before.clauses.end()) clause.id = old->id;
        }
    };
    give([&](const Clause& a, const Clause& b) { return same_heading(a, b) && a.body == b.body; });
    give(same_heading);
    give(same_body);
}

const Clause* find_clause(const ProposalText& text, std::string_view id) {
    const auto found = std::ranges::find(text.clauses, id, &Clause::id);
    return found == text.clauses.end() ? nullptr : &*found;
}

std::int64_t clause_number(std::string_view id) {
    if (!id.starts_with('c') || id.size() > 7 || id.find_first_not_of("0123456789", 1) != id.npos) return 0;
    if (id.starts_with("c0")) return 0;
    return base::parse_int(id.substr(1)).value_or(0);
}

} // namespace standards
