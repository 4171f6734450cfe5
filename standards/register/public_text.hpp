// The words of a standard as HTML for the public: without links to members, who are nobody's business
// outside.
#pragma once

#include "store/reader.hpp"

#include <string>
#include <string_view>

namespace standards {

/// Markdown as HTML; every id in it begins with `prefix` ("c3-"). Headings begin below `level`.
std::string public_html(store::Reader& db, std::string_view markdown, std::string_view prefix, int level);

} // namespace standards
