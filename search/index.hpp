// The one index over everything that can be found. Slices put their documents here; nobody else writes it.
#pragma once

#include "base/clock.hpp"
#include "base/enum_text.hpp"
#include "base/id.hpp"
#include "store/writer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

enum class Kind { question, discussion, story, announcement, answer, page, proposal, standard };

constexpr auto enum_names(Kind) {
    return std::array<std::string_view, 8>{"question", "discussion", "story",    "announcement",
                                           "answer",   "page",       "proposal", "standard"};
}

/// A part of a document that a hit can open at: a section under its heading.
struct Passage {
    std::string anchor;  // fragment of the address; "" for the start
    std::string heading; // "" before the first one
    std::string text;    // plain words
};

/// What can be found. `kind` answer stands for every reply of a thread. (kind's family, `ref`) name it.
struct Document {
    Kind kind = Kind::page;
    std::int64_t ref = 0; // the post's id for threads and replies, the page's id for pages, …
    std::string title;    // replies carry their thread's title (weighted lower)
    std::vector<std::string> tags{};
    std::string place{}; // slug of the category or the area
    std::vector<Passage> passages{};
    std::string address{}; // path of the page it opens: "/forum/threads/12/slug#post-40"
    std::string author{};  // handle
    std::string author_name{};
    std::string state{}; // the author's Center's state, ""
    base::Time at{};
    bool settled = false; // an accepted answer, or a question that has one: ranks a little higher
};

/// Adds the document or replaces the one of the same kind family and ref, at the end of the transaction.
void put(store::Writer& db, Document document);
/// Takes it out, at the end of the transaction: withdrawn, deleted.
void remove(store::Writer& db, Kind kind, std::int64_t ref);
/// What is wrong with the index itself (FTS5's integrity check); empty is good.
std::vector<std::string> check(store::Writer& db);
/// Empties the index; the slices then put everything again.
void clear(store::Writer& db);

} // namespace search
