// What somebody typed into the search box, understood: words, "phrases", -without, OR, open* ends and
// filters. Any text gives a query; what cannot be understood as a filter is searched as words, with a note
// that says what to write.
#pragma once

#include "base/clock.hpp"
#include "search/index.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// A word, or several in a row.
struct Term {
    std::vector<std::string> stems;
    std::string word{};   // a single word as typed, folded; "" for several
    bool open = false;    // word*: whatever begins so
    bool quoted = false;  // exactly this, no synonyms
    bool acronym = false; // in capitals, and an acronym only so ("SAVE")
    bool operator==(const Term&) const = default;
};

/// Terms of which one is enough: several where OR stands between them, or where a word is written in several
/// ways.
struct Group {
    std::vector<Term> terms;
    bool stop = false; // a word that says little on its own
    bool operator==(const Group&) const = default;
};

struct Filters {
    std::vector<Kind> kinds{};          // one of these; empty: all
    std::vector<std::string> marks{};   // every one of these (see indexed_text.hpp)
    std::vector<std::string> without{}; // none of these
    std::optional<base::Time> from{};   // at or after
    std::optional<base::Time> until{};  // before
};

struct Query {
    std::string text;            // as typed, cleaned and cut
    std::vector<Group> groups{}; // every one of them is wanted
    std::vector<Term> without{}; // none of them is
    Filters filters{};
    std::vector<std::string> notes{}; // sentences for who typed it

    /// Whether anything was asked at all.
    [[nodiscard]] bool is_empty() const;
};

/// The longest query that is read, in code points; the rest is dropped with a note.
constexpr std::size_t longest_query = 500;

struct Asker {
    base::Time now{};
    std::string_view handle{}; // for author:me; may be empty
};

/// Reads a query. Never fails, whatever the text; linear in its size.
Query parse(std::string_view text, const Asker& asker = {});

} // namespace search
