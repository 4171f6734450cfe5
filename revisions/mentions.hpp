// Whom an edit mentions that the text before did not: they alone hear of it.
#pragma once

#include "markup/render.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace revisions {

/// The handles that the text mentions and `body_before` (its Markdown; "" for a new text) does not, in order.
std::vector<std::string> newly_mentioned(const markup::Rendered& rendered, std::string_view body_before);

} // namespace revisions
