// Every address of the program: the slices' tables one after the other, and those that belong to no slice.
#pragma once

#include "members/services.hpp"
#include "site/route.hpp"

#include <vector>

namespace app {

class Metrics;
struct Settings;

std::vector<site::Route> all_routes(members::Services& members, const Metrics& metrics,
                                    const Settings& settings);

} // namespace app
