#pragma once

#include "site/route.hpp"

#include <vector>

namespace standards {

std::vector<site::Route> register_routes();

} // namespace standards
