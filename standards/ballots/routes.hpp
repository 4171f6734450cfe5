#pragma once

#include "site/route.hpp"

#include <vector>

namespace standards {

std::vector<site::Route> ballot_routes();

} // namespace standards
