// Whether every word of a Markdown text stands in the HTML that was made from it: as words, or in an address,
// a title or a language name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace testing {

/// The words of the Markdown that occur in it more often than in the HTML. Left out is what Markdown itself
/// takes away: the numbers of list items, link definitions that nothing uses, the labels of the others, and
/// relative targets, which an import changes.
std::vector<std::string> lost_words(std::string_view markdown, std::string_view html);

} // namespace testing
