#include "markup/admission.hpp"

#include "markup/definitions.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace markup {
namespace {

// With these, the worst of some hundred hostile patterns takes a fifth of a second at 256 KB.
constexpr std::size_t most_lines = 20'000;
constexpr std::size_t longest_line = 32 * 1024;
constexpr int most_containers = 32;
constexpr std::size_t most_pipes = 64;
constexpr std::size_t most_cells = 100'000;
constexpr int most_pairs = 1'000;
constexpr std::size_t most_emphasis = 40'000'000;
constexpr std::size_t most_rescanned = 5'000'000;
constexpr std::size_t most_copied = 2 * 1024 * 1024;

using base::ProblemKind;

/// What has been counted so far.
struct Counts {
    std::size_t lines = 0;
    std::size_t block_lines = 0; // since the last blank line: what could be one table
    std::size_t block_pipes = 0; // of its line that has the most
    std::size_t block_bytes = 0;
    std::size_t block_rules = 0; // lines that could stand under the header of a table
    std::size_t rescanned = 0;   // bytes, summed over the blocks
    std::size_t cells = 0;
    std::size_t block_runs = 0; // of "*", "_" and "~"
    std::size_t emphasis = 0;   // squares of the former
    DefinitionLengths definitions;
    std::size_t closers = 0;    // "]", each of which may use a link definition
    std::array<int, 5> pairs{}; // as in `pair_names`
};

struct PairName {
    char first, second;
    const char* words;
};
constexpr std::array<PairName, 5> pair_names{{
    {'<', '?', "“<?”"},
    {'<', '!', "“<!”"},
    {'!', '[', "images"},
    {']', '(', "links"},
    {'[', '^', "footnotes"},
}};

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// How many quotes and lists begin at the start of the line: "> - 1. words" is three.
int containers(std::string_view line) {
    int count = 0;
    for (std::size_t i = 0; i < line.size();) {
        const auto ends_marker = [&](std::size_t at) {
            return at >= line.size() || line[at] == ' ' || line[at] == '\t';
        };
        const char c = line[i];
        if (c == ' ' || c == '\t') {
            ++i;
            continue;
        }
        std::size_t after = i + 1;
        if (c >= '0' && c <= '9') {
            while (after < line.size() && line[after] >= '0' && line[after] <= '9')
                ++after;
            if (after >= line.size() || (line[after] != '.' && line[after] != ')')) break;
            ++after;
            if (!ends_marker(after)) break;
        } else if (c != '>' && !((c == '-' || c == '*' || c == '+') && ends_marker(after))) {
            break;
        }
        ++count;
        i = after;
    }
    return count;
}

void count_pairs(std::string_view line, Counts& counts) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == ']') ++counts.closers;
        if (i + 1 == line.size()) break;
        for (std::size_t p = 0; p < pair_names.size(); ++p)
            if (line[i] == pair_names[p].first && line[i + 1] == pair_names[p].second) ++counts.pairs[p];
    }
}

std::size_t emphasis_runs(std::string_view line) {
    std::size_t runs = 0;
    char before = ' ';
    for (const char c : line) {
        if (c != before && (c == '*' || c == '_' || c == '~')) ++runs;
        before = c;
    }
    return runs;
}

/// Whether the line could be the rule under the header of a table, in a quote perhaps: "| --- |:-:|".
bool is_table_rule(std::string_view line) {
    return line.find_first_not_of("|:-> \t\v\f") == std::string_view::npos &&
           line.find('-') != std::string_view::npos && line.find_first_of("|:\v\f") != std::string_view::npos;
}

/// What the parser may do again and again within one block: fill each row of a table up to the width of its
/// widest, read the whole paragraph for a header at each rule, look from each closing mark of emphasis at all
/// before it.
void close_block(Counts& counts) {
    counts.rescanned += counts.block_bytes * counts.block_rules;
    counts.block_bytes = 0;
    counts.block_rules = 0;
    counts.emphasis += counts.block_runs * counts.block_runs;
    counts.block_runs = 0;
    if (counts.block_pipes > 0) counts.cells += (counts.block_pipes + 1) * counts.block_lines;
    counts.block_lines = 0;
    counts.block_pipes = 0;
    counts.definitions.blank();
}

base::Result<void> look_at_line(std::string_view line, Counts& counts) {
    const auto here = " (line " + std::to_string(++counts.lines) + ")";
    if (line.size() > longest_line)
        return base::fail(ProblemKind::invalid,
                          "A line is longer than 32 KB; break it into several" + here + ".");
    if (is_blank(line)) {
        close_block(counts);
        return {};
    }
    if (containers(line) > most_containers)
        return base::fail(ProblemKind::invalid,
                          "Quotes and lists lie more than 32 deep in each other; use fewer levels" + here +
                              ".");
    const auto pipes = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
    if (pipes > most_pipes)
        return base::fail(ProblemKind::invalid,
                          "A line has more than 64 “|”; make the table narrower" + here + ".");
    ++counts.block_lines;
    counts.block_pipes = std::max(counts.block_pipes, pipes);
    counts.block_bytes += line.size() + 1;
    counts.block_rules += is_table_rule(line) ? 1 : 0;
    counts.block_runs += emphasis_runs(line);
    count_pairs(line, counts);
    counts.definitions.line(line);
    return {};
}

base::Result<void> judge(const Counts& counts) {
    if (counts.lines > most_lines)
        return base::fail(ProblemKind::too_large,
                          "The text has more than 20,000 lines; split it into several texts.");
    for (std::size_t p = 0; p < pair_names.size(); ++p)
        if (counts.pairs[p] > most_pairs)
            return base::fail(ProblemKind::invalid, std::string("The text has more than 1,000 ") +
                                                        pair_names[p].words +
                                                        "; split it into several texts.");
    if (counts.cells > most_cells)
        return base::fail(ProblemKind::invalid,
                          "The tables have more than 100,000 cells; split the text into several.");
    if (counts.rescanned > most_rescanned)
        return base::fail(
            ProblemKind::invalid,
            "There are very many lines like “|---|” without a blank line between; put a blank line "
            "before each table.");
    if (counts.emphasis > most_emphasis)
        return base::fail(
            ProblemKind::invalid,
            "There are thousands of “*”, “_” or “~” without a blank line between; break the text into "
            "paragraphs.");
    if (counts.definitions.longest() * counts.closers > most_copied)
        return base::fail(ProblemKind::invalid,
                          "A very long link definition is used very often; shorten its address or title.");
    return {};
}

} // namespace

base::Result<void> admit(std::string_view markdown, const Limits& limits) {
    if (markdown.size() > limits.bytes)
        return base::fail(ProblemKind::too_large, "The text is longer than " +
                                                      std::to_string(limits.bytes / 1024) +
                                                      " KB; shorten it or split it into several texts.");
    Counts counts;
    while (!markdown.empty()) {
        const std::size_t end = std::min(markdown.find_first_of("\n\r"), markdown.size());
        if (auto line = look_at_line(markdown.substr(0, end), counts); !line) return line;
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
    close_block(counts);
    return judge(counts);
}

} // namespace markup
