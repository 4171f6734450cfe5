// The addresses of this folder: drafts and previews. Histories have theirs in the slice that owns the text.
#pragma once

#include "site/route.hpp"

#include <vector>

namespace revisions {

std::vector<site::Route> routes();

} // namespace revisions
