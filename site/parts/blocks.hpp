// Blocks a page is laid out with: its head, columns, a row of a list, a notice, what to say when a list is
// empty.
#pragma once

#include "site/parts/form.hpp"

namespace parts {

/// The one h1, a sentence under it (may be empty), and what can be done here, at the right.
void page_head(Writer& w, std::string_view title, std::string_view lede = {}, const Inside& acts = {});

/// The text and beside it, or below it where the screen is narrow, an aside. `label` names the aside.
void columns(Writer& w, const Inside& text, std::string_view label, const Inside& aside);

/// A part of an aside or a page under an h2.
void section(Writer& w, std::string_view title, const Inside& inside);

/// A section that is a list: an h2 (with an optional link at its right) and below it rows.
struct ListHead {
    std::string_view title;
    std::string_view more_words{}; // "All questions"
    std::optional<Url> more_where{};
    bool waiting = false;    // "Waiting for you": the blue edge
    bool hide_title = false; // says the title to screen readers only: the h1 says it already
};
void list(Writer& w, const ListHead& head, const Inside& rows);

/// One row of a list. Everything but title and where may be absent.
struct Row {
    std::string_view title;
    Url where;
    std::string_view text{}; // one or two sentences
    Inside mark{};           // at the left: a tally or a seal
    Inside meta{};           // below: spans, badges, times, tags
    Inside acts{};           // at the right
    bool unread = false;
};
void row(Writer& w, const Row& row);

/// A box that says something. `tone` colours its edge.
void notice(Writer& w, Tone tone, const Inside& inside);

/// In place of an empty list: what would be here, and a way on (may be empty).
void empty(Writer& w, std::string_view icon_name, std::string_view title, std::string_view text,
           const Inside& acts = {});

} // namespace parts
