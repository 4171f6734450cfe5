// The addresses of search.
#pragma once

#include "site/route.hpp"

#include <vector>

namespace search {

std::vector<site::Route> routes();

} // namespace search
