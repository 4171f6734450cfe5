#include "tests/markup/sound_comparison.hpp"

#include "base/text.hpp"
#include "markup/lines.hpp"

#include <algorithm>

namespace sound_comparison {
namespace {

using markup::Line;
using markup::Piece;

std::string words_of(const Line& line, Piece::Kind without) {
    std::string out;
    for (const auto& piece : line.pieces)
        if (piece.kind != without) out += piece.text;
    return out;
}

std::string fault_in_pieces(const Line& line) {
    for (const auto& piece : line.pieces) {
        if (piece.text.empty()) return "A piece is empty.";
        if (!base::is_utf8(piece.text)) return "A character is cut in two: " + piece.text;
        if (line.kind == Line::Kind::same && piece.kind != Piece::Kind::same)
            return "A piece of a line that is the same is not: " + piece.text;
    }
    return {};
}

/// Goes through both texts along the hunks.
class Reader {
  public:
    Reader(std::string_view before, std::string_view after)
        : old_{markup::lines_of(before)}, new_{markup::lines_of(after)} {}

    std::string fault_in(const markup::Comparison& comparison) {
        for (const auto& hunk : comparison.hunks) {
            if (std::ranges::all_of(hunk.lines, [](const Line& l) { return l.kind == Line::Kind::same; }))
                return "A hunk shows no difference.";
            if (auto fault = pass_to(hunk.lines.front()); !fault.empty()) return fault;
            for (const auto& line : hunk.lines)
                if (auto fault = take(line); !fault.empty()) return fault;
        }
        if (auto fault = pass(old_.left()); !fault.empty()) return fault;
        if (new_.left() > 0) return "The new text goes on where the comparison ends.";
        if (comparison.added_lines != added_ || comparison.removed_lines != removed_)
            return "It counts other lines than it shows.";
        return {};
    }

  private:
    struct Side {
        std::vector<std::string_view> lines;
        std::size_t at = 0; // the next one

        [[nodiscard]] std::size_t left() const { return lines.size() - at; }
    };

    /// What no hunk shows is the same in both texts.
    std::string pass(std::size_t count) {
        if (count > old_.left() || count > new_.left()) return "It leaves out more lines than there are.";
        for (; count > 0; --count)
            if (const auto line = old_.lines[old_.at++]; line != new_.lines[new_.at++])
                return "It leaves out a line that differs: " + std::string(line);
        return {};
    }

    std::string pass_to(const Line& line) {
        const auto& side = line.old_number > 0 ? old_ : new_;
        const int number = line.old_number > 0 ? line.old_number : line.new_number;
        if (number <= static_cast<int>(side.at)) return "The numbers do not go up.";
        return pass(static_cast<std::size_t>(number) - 1 - side.at);
    }

    std::string take(const Line& line) {
        const bool is_old = line.kind != Line::Kind::added;
        const bool is_new = line.kind != Line::Kind::removed;
        added_ += is_new && line.kind != Line::Kind::same;
        removed_ += is_old && line.kind != Line::Kind::same;
        if (auto fault = fault_in_pieces(line); !fault.empty()) return fault;
        if (auto fault = take(old_, is_old, line.old_number, words_of(line, Piece::Kind::added));
            !fault.empty())
            return fault;
        return take(new_, is_new, line.new_number, words_of(line, Piece::Kind::removed));
    }

    static std::string take(Side& side, bool is_here, int number, const std::string& words) {
        if (!is_here) return number == 0 ? "" : "A line has a number in the text where it does not stand.";
        if (side.left() == 0 || number != static_cast<int>(side.at) + 1)
            return "The line " + std::to_string(number) + " does not follow the one before it.";
        if (side.lines[side.at++] != words) return "The pieces do not make the line: " + words;
        return {};
    }

    Side old_;
    Side new_;
    int added_ = 0;
    int removed_ = 0;
};

} // namespace

std::string fault_in(const markup::Comparison& comparison, std::string_view before, std::string_view after) {
    return Reader(before, after).fault_in(comparison);
}

} // namespace sound_comparison
