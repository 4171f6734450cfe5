// The addresses of proposals, ballots and the register.
#pragma once

#include "site/route.hpp"

#include <vector>

namespace standards {

std::vector<site::Route> routes();

} // namespace standards
