// Reads the XML files of a Stack Exchange data dump (Posts, PostHistory, Users, Comments, PostLinks, Votes),
// as https://meta.stackexchange.com/questions/2677 describes them. One after the other is streamed; what
// belongs to the site's questions is kept in memory, about as much as the text of PostHistory.xml.
#pragma once

#include "app/import/qa_site.hpp"

#include <filesystem>

namespace app {

/// Posts.xml and PostHistory.xml (the Markdown) must be there; without the others their part is missing. A
/// folder whose name is the site's ("ai.stackexchange.com") gives the address. Throws std::runtime_error.
QaSite read_stackexchange_dump(const std::filesystem::path& folder);

} // namespace app
