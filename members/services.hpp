// What the handlers of this room need beyond site::Services. It lives as long as the program; the routes hold
// it by reference.
#pragma once

#include "members/passwords.hpp"
#include "members/rate_limit.hpp"

#include <string>

namespace members {

struct Services {
    Passwords& passwords;
    RateLimiter& limiter;
    std::string forgery_key; // members::installation_key
};

} // namespace members
