// One version of a Markdown file as the text of a page: its title, and its words with nothing lost.
#pragma once

#include "app/import/front_matter.hpp"

#include <string>
#include <string_view>

namespace app {

struct PageText {
    std::string title;
    std::string body;
};

/// Whether the front matter is what `cohort export` writes: then its fields come from here and are not text.
bool is_exported(const FrontMatter& front);

/// The title stands in the front matter, or is the heading that the text begins with, or comes from the path.
/// What else stands in the front matter is kept as a code block at the end.
PageText page_text(const FrontMatter& front, std::string_view path);

/// "travel/sick-leave.md" gives "Sick leave"; "travel/index.md" gives "Travel".
std::string words_of_path(std::string_view path);

} // namespace app
