// Markdown to safe HTML: CommonMark with tables, task lists, strikethrough, links for bare addresses and
// footnotes; `@name` for members, `[[slug]]` for pages, `#123` for threads. Whatever a member writes, the
// result holds only the elements and attributes that this folder writes itself: raw HTML is shown as text.
#pragma once

#include "base/problem.hpp"
#include "markup/admission.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace markup {

/// Rises whenever the same Markdown gives other HTML, so that stored HTML can be made again.
constexpr int renderer_version = 4;

struct Heading {
    int level = 2;    // as shown, after the shift
    std::string id;   // with the prefix
    std::string text; // plain words
};

/// What stands between one heading and the next, as plain words for the search index.
struct Section {
    std::string heading_id; // empty before the first heading
    std::string heading;
    std::string text; // words, a line a block; link texts, no addresses
};

struct Rendered {
    std::string html;
    std::vector<Heading> headings;
    std::vector<Section> sections;
    std::vector<std::string> mentions; // handles that were linked, each once, in order
    std::vector<std::string> pages;    // slugs linked by [[ ]], each once, in order; missing pages too
    std::vector<std::int64_t> threads; // linked by #123, each once, in order
    std::string id_prefix{};           // of every id in it
};

struct Options {
    Limits limits = post_limits;
    int heading_shift = 1; // a writer's h1 becomes an h2; nothing goes below h6
    /// The level at which the highest heading of the text is shown, the others below it in their order, so
    /// that a text that begins with "##" leaves no gap in the outline of the page. 0: only shifted.
    int first_heading = 0;
    /// Stands before each id, so that several texts share a page: "post-12-". Letters, digits, hyphens.
    /// Without it a heading "Main" gets the id "main": then the page around must not use such words as ids
    /// itself (an underscore keeps them apart, since no heading gives one).
    std::string id_prefix{};
    /// Whether a heading may carry its id, as in Pandoc: "### Two people sign {#c3}". Letters, digits and
    /// hyphens; anything else is shown as it was written.
    bool written_ids = false;
    /// Whether a handle is a member's; asked once a handle. Without it every well-formed @handle is linked.
    std::function<bool(std::string_view handle)> is_member{};
    /// The title of a page; asked once a slug. Nothing: there is no such page, and the link says so by its
    /// class.
    std::function<std::optional<std::string>(std::string_view slug)> page_title{};
};

/// Renders one text. Refuses only what `admit` refuses. The same text and options give the same HTML.
[[nodiscard]] base::Result<Rendered> render(std::string_view markdown, const Options& options = {});

/// The first words without any markup, on one line, cut at a word to at most `code_points` with "…" at the
/// end where something is missing. Empty for a text that `admit` (as a page) refuses.
std::string plain_text(std::string_view markdown, std::size_t code_points);

} // namespace markup
