// The addresses of the forum.
#pragma once

#include "site/route.hpp"

#include <vector>

namespace forum {

std::vector<site::Route> routes();

} // namespace forum
