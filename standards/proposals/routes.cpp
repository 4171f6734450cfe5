#include "standards/proposals/routes.hpp"

namespace standards {

std::vector<site::Route> proposal_routes() {
    return {};
}

} // namespace standards
