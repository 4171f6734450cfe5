// The addresses of the inbox.
#pragma once

#include "site/route.hpp"

#include <vector>

namespace notices {

std::vector<site::Route> routes();

} // namespace notices
