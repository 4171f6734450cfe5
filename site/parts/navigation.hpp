// Ways around: tabs of a page, older and newer, contents, lists of links.
#pragma once

#include "site/parts/marks.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace parts {

struct Tab {
    std::string words;
    Url where;
    bool current = false;
    std::optional<std::int64_t> number{}; // shown as a count
};
/// The faces of one thing: Read, Edit, History. `label` names the group for screen readers ("This page").
void tabs(Writer& w, std::string_view label, std::span<const Tab> entries);

/// Newer and older, each a link or nothing; nothing at all when there is neither.
void pager(Writer& w, const std::optional<Url>& newer, const std::optional<Url>& older,
           std::string_view newer_words = "Newer", std::string_view older_words = "Older");

struct Heading {
    int level; // as shown: 2 to 6
    std::string_view id;
    std::string_view words;
};
/// "On this page": the headings of levels 2 and 3; nothing when there are fewer than two.
void contents(Writer& w, std::span<const Heading> headings);

struct Entry {
    std::string words;
    Url where;
    std::optional<std::int64_t> number{};
    bool current = false;
};
/// A list of links with numbers at the right: categories, facets.
void links(Writer& w, std::span<const Entry> entries);

} // namespace parts
