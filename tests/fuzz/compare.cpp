// Comparing two texts: the pieces give both texts back, and the hunks with little context say the same lines.
#include "markup/compare.hpp"

#include "base/text.hpp"
#include "markup/lines.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace {

using fuzz::require;
using markup::Line;
using markup::Piece;

std::string words_of(const Line& line, Piece::Kind without) {
    std::string out;
    for (const auto& piece : line.pieces)
        if (piece.kind != without) out += piece.text;
    return out;
}

/// Whether each line that is in the text stands under its own number, and the numbers go up. The number of
/// lines that were seen.
std::size_t check_side(const markup::Comparison& comparison, const std::vector<std::string_view>& lines,
                       bool old) {
    int last = 0;
    std::size_t seen = 0;
    for (const auto& hunk : comparison.hunks)
        for (const auto& line : hunk.lines) {
            const int number = old ? line.old_number : line.new_number;
            require((number == 0) == (line.kind == (old ? Line::Kind::added : Line::Kind::removed)),
                    "a line has a number where it stands");
            if (number == 0) continue;
            require(number > last && static_cast<std::size_t>(number) <= lines.size(), "numbers go up");
            last = number;
            ++seen;
            const auto words = words_of(line, old ? Piece::Kind::added : Piece::Kind::removed);
            require(words == lines[static_cast<std::size_t>(number) - 1], "a line's pieces make the line",
                    words);
        }
    return seen;
}

void check_pieces(const markup::Comparison& comparison) {
    for (const auto& hunk : comparison.hunks)
        for (const auto& line : hunk.lines)
            for (const auto& piece : line.pieces) {
                require(!piece.text.empty(), "no piece is empty");
                require(base::is_utf8(piece.text), "no character is cut in two", piece.text);
                if (line.kind == Line::Kind::same) require(piece.kind == Piece::Kind::same, "same is same");
            }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view input = fuzz::view(data, size);
    const int context = static_cast<int>(fuzz::take_byte(input) % 8);
    const auto parts = fuzz::parts(input, 2);
    const std::string before = base::clean(parts[0]), after = base::clean(parts[1]);
    const auto old_lines = markup::lines_of(before), new_lines = markup::lines_of(after);

    const auto whole = markup::compare(before, after, 1'000'000);
    check_pieces(whole);
    const auto old_seen = check_side(whole, old_lines, true), new_seen = check_side(whole, new_lines, false);
    require((old_lines == new_lines) == whole.hunks.empty(), "only equal texts have no differences");
    if (!whole.hunks.empty())
        require(old_seen == old_lines.size() && new_seen == new_lines.size(), "no line is lost");
    require(static_cast<std::int64_t>(new_lines.size()) - static_cast<std::int64_t>(old_lines.size()) ==
                whole.added_lines - whole.removed_lines,
            "the counts fit the sizes");

    const auto near = markup::compare(before, after, context);
    check_side(near, old_lines, true);
    check_side(near, new_lines, false);
    require(near.added_lines == whole.added_lines && near.removed_lines == whole.removed_lines,
            "context changes no counts");
    return 0;
}
