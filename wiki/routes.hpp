// The wiki's addresses, pages and API.
#pragma once

#include "site/route.hpp"

#include <vector>

namespace wiki {

std::vector<site::Route> routes();

} // namespace wiki
