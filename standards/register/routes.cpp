#include "standards/register/routes.hpp"

namespace standards {

std::vector<site::Route> register_routes() {
    return {};
}

} // namespace standards
