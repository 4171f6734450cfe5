// The words of the little HTML that a data dump holds: in titles, and in posts whose Markdown was not kept.
#pragma once

#include <string>
#include <string_view>

namespace app {

/// Reads &amp; &#39; &#x2019; and the like; what is no such reference stays.
std::string without_entities(std::string_view text);

/// Plain words with blank lines between paragraphs and "- " before list items, escaped where Markdown would
/// read more into them.
std::string markdown_of_html(std::string_view html);

/// Text so that Markdown takes it as it is: a backslash before each ASCII punctuation character.
std::string escaped_markdown(std::string_view text);

} // namespace app
