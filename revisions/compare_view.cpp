#include "revisions/compare_view.hpp"

#include "base/text.hpp"
#include "site/parts/marks.hpp"

namespace revisions {
namespace {

using html::Writer;
using markup::Line;
using markup::Piece;

void folded(Writer& w, int lines) {
    if (lines <= 0) return;
    w.put<"<tr class=\"skipped\"><td colspan=\"4\">{}</td></tr>">(
        base::counted(lines, "unchanged line", "unchanged lines"));
}

/// A number of a line; an empty cell where the side has no such line.
void number(Writer& w, int line) {
    if (line > 0)
        w.put<"<td class=\"line\">{}</td>">(line);
    else
        w.put<"<td class=\"line\"></td>">();
}

void sign(Writer& w, std::string_view mark, std::string_view words) {
    w.put<"<td class=\"sign\"><span aria-hidden=\"true\">{}</span>">(mark);
    parts::hidden_words(w, words);
    w.put<"</td><td class=\"text\">">();
}

/// The pieces of one side; those that only it has are marked where the line changed in part.
void pieces(Writer& w, const Line& line, Piece::Kind other_side) {
    for (const auto& piece : line.pieces) {
        if (piece.kind == other_side) continue;
        if (piece.kind == Piece::Kind::same || line.kind != Line::Kind::changed)
            w.put<"{}">(piece.text);
        else if (piece.kind == Piece::Kind::removed)
            w.put<"<del>{}</del>">(piece.text);
        else
            w.put<"<ins>{}</ins>">(piece.text);
    }
}

void gone(Writer& w, const Line& line) {
    w.put<"<tr class=\"gone\">">();
    number(w, line.old_number);
    number(w, 0);
    sign(w, "−", "removed: ");
    pieces(w, line, Piece::Kind::added);
    w.put<"</td></tr>">();
}

void added(Writer& w, const Line& line) {
    w.put<"<tr class=\"new\">">();
    number(w, 0);
    number(w, line.new_number);
    sign(w, "+", "added: ");
    pieces(w, line, Piece::Kind::removed);
    w.put<"</td></tr>">();
}

void same(Writer& w, const Line& line) {
    w.put<"<tr>">();
    number(w, line.old_number);
    number(w, line.new_number);
    w.put<"<td class=\"sign\"></td><td class=\"text\">">();
    pieces(w, line, Piece::Kind::removed);
    w.put<"</td></tr>">();
}

/// How many lines of the new text stand before the first line of a hunk that is in it.
int lines_before(const markup::Hunk& hunk, int seen) {
    for (const auto& line : hunk.lines)
        if (line.new_number > 0) return line.new_number - 1;
    return seen;
}

int last_line(const markup::Hunk& hunk, int seen) {
    for (const auto& line : hunk.lines)
        if (line.new_number > 0) seen = line.new_number;
    return seen;
}

} // namespace

void compare_view(Writer& w, const markup::Comparison& comparison, const CompareLook& look) {
    w.put<"<div class=\"data-frame\" tabindex=\"0\" role=\"region\" aria-label=\"Comparison\">"
          "<table class=\"compare\"><caption class=\"hidden-words\">{}</caption>"
          "<thead class=\"hidden-words\"><tr><th scope=\"col\">Old line</th><th scope=\"col\">New line</th>"
          "<th scope=\"col\">Change</th><th scope=\"col\">Text</th></tr></thead><tbody>">(look.caption);
    int seen = 0; // the last line of the new text that is accounted for
    for (const auto& hunk : comparison.hunks) {
        folded(w, lines_before(hunk, seen) - seen);
        for (const auto& line : hunk.lines) {
            if (line.kind == Line::Kind::same) same(w, line);
            if (line.kind == Line::Kind::removed || line.kind == Line::Kind::changed) gone(w, line);
            if (line.kind == Line::Kind::added || line.kind == Line::Kind::changed) added(w, line);
        }
        seen = last_line(hunk, lines_before(hunk, seen));
    }
    folded(w, look.new_lines - seen);
    w.put<"</tbody></table></div>">();
}

void change_counts(Writer& w, int added, int removed) {
    w.put<"<span class=\"change\"><span class=\"plus\">+{}</span>">(added);
    parts::hidden_words(w, added == 1 ? " line" : " lines");
    w.put<" <span class=\"minus\">−{}</span>">(removed);
    parts::hidden_words(w, removed == 1 ? " line" : " lines");
    w.put<"</span>">();
}

} // namespace revisions
