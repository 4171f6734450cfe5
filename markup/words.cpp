#include "markup/words.hpp"

#include "markup/git.hpp"
#include "markup/letters.hpp"
#include "markup/lines.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace markup {
namespace {

constexpr std::size_t longest_line = 20'000; // bytes; longer lines are replaced as a whole
constexpr std::size_t most_words = 4'000;    // of all lines of one change, for trying each with each
constexpr std::size_t most_tries = 10'000;

using Words = std::vector<std::string_view>;

/// Words, runs of blanks, and each other sign by itself; together they are the line.
Words tokens_of(std::string_view line) {
    Words tokens;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at;
        while (const std::size_t size = word_size(line, end))
            end += size;
        if (end == at)
            while (end < line.size() && (line[end] == ' ' || line[end] == '\t'))
                ++end;
        if (end == at) {
            ++end; // one sign, with all of its bytes
            while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0u) == 0x80u)
                ++end;
        }
        tokens.push_back(line.substr(at, end - at));
        at = end;
    }
    return tokens;
}

/// The words of a line without blanks, sorted, for counting what two lines share.
Words sorted_words(std::string_view line) {
    Words words = tokens_of(line);
    std::erase_if(words, [](std::string_view word) { return word.front() == ' ' || word.front() == '\t'; });
    std::sort(words.begin(), words.end());
    return words;
}

/// How much two lines share, 0 to 1000; 0 when it is less than half.
int similarity(const Words& a, const Words& b) {
    if (a.empty() || 4 * std::min(a.size(), b.size()) < a.size() + b.size())
        return 0; // too few to share half
    Words shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    const auto share = static_cast<int>(2'000 * shared.size() / (a.size() + b.size()));
    return share < 500 ? 0 : share;
}

struct SimilarLines {
    std::vector<Words> removed, added;
    std::size_t words = 0;

    SimilarLines(const Words& removed_lines, const Words& added_lines) {
        for (const auto line : removed_lines)
            words += removed.emplace_back(sorted_words(line.substr(0, longest_line))).size();
        for (const auto line : added_lines)
            words += added.emplace_back(sorted_words(line.substr(0, longest_line))).size();
    }
};

/// Line by line from the top: for changes too big to try each line with each.
std::vector<std::pair<std::size_t, std::size_t>> pair_in_order(const SimilarLines& lines) {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < std::min(lines.removed.size(), lines.added.size()); ++i)
        if (similarity(lines.removed[i], lines.added[i]) > 0) pairs.emplace_back(i, i);
    return pairs;
}

/// The best pairs by dynamic programming (as for a longest common subsequence, weighted).
std::vector<std::pair<std::size_t, std::size_t>> pair_best(const SimilarLines& lines) {
    const std::size_t rows = lines.removed.size();
    const std::size_t columns = lines.added.size();
    std::vector<std::vector<int>> best(rows + 1, std::vector<int>(columns + 1, 0));
    std::vector<std::vector<int>> gain(rows, std::vector<int>(columns, 0));
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;) {
            gain[i][j] = similarity(lines.removed[i], lines.added[j]);
            const int paired = gain[i][j] > 0 ? gain[i][j] + best[i + 1][j + 1] : 0;
            best[i][j] = std::max({best[i + 1][j], best[i][j + 1], paired});
        }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (gain[i][j] > 0 && best[i][j] == gain[i][j] + best[i + 1][j + 1])
            pairs.emplace_back(i++, j++);
        else if (best[i][j] == best[i + 1][j])
            ++i;
        else
            ++j;
    }
    return pairs;
}

void append(std::vector<Piece>& pieces, Piece::Kind kind, const Words& tokens, std::size_t begin,
            std::size_t end) {
    std::string text;
    for (; begin < end; ++begin)
        text += tokens[begin];
    if (!text.empty()) pieces.push_back({kind, std::move(text)});
}

} // namespace

std::vector<std::pair<std::size_t, std::size_t>> pair_similar(const Words& removed, const Words& added) {
    if (removed.empty() || added.empty()) return {};
    const SimilarLines lines(removed, added);
    const bool is_small = removed.size() * added.size() <= most_tries && lines.words <= most_words;
    return is_small ? pair_best(lines) : pair_in_order(lines);
}

std::vector<Piece> compare_words(std::string_view old_line, std::string_view new_line) {
    if (old_line.size() > longest_line || new_line.size() > longest_line)
        return {{Piece::Kind::removed, std::string(old_line)}, {Piece::Kind::added, std::string(new_line)}};
    const Words old_tokens = tokens_of(old_line);
    const Words new_tokens = tokens_of(new_line);
    Numbering numbering;
    const std::string old_numbers = numbering.encode(old_tokens);
    const std::string new_numbers = numbering.encode(new_tokens);
    std::vector<Piece> pieces;
    std::size_t at = 0;
    for (const Change& change : line_changes(old_numbers, new_numbers)) {
        append(pieces, Piece::Kind::same, old_tokens, at, change.old_begin);
        append(pieces, Piece::Kind::removed, old_tokens, change.old_begin, change.old_end);
        append(pieces, Piece::Kind::added, new_tokens, change.new_begin, change.new_end);
        at = change.old_end;
    }
    append(pieces, Piece::Kind::same, old_tokens, at, old_tokens.size());
    return pieces;
}

} // namespace markup
