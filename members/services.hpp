// What the handlers of this room need beyond site::Services. It lives as long as the program; the routes hold
// it by reference.
#pragma once

#include "members/passwords.hpp"
#include "members/rate_limit.hpp"
#include "site/viewer.hpp"

#include <string>
#include <vector>

namespace members {

struct Services {
    Passwords& passwords;
    RateLimiter& limiter;
    std::string forgery_key;                      // members::installation_key
    std::vector<site::Role> second_step_for = {}; // roles that may not go without the second step
};

} // namespace members
