#pragma once

#include "site/route.hpp"

#include <vector>

namespace standards {

std::vector<site::Route> proposal_routes();

} // namespace standards
