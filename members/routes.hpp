// The addresses of members, Centers, sign-in and accounts.
#pragma once

#include "members/services.hpp"
#include "site/route.hpp"

#include <vector>

namespace members {

/// The services must outlive the routes.
std::vector<site::Route> routes(const Services& services);

} // namespace members
