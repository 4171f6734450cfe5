#include "standards/ballots/routes.hpp"

namespace standards {

std::vector<site::Route> ballot_routes() {
    return {};
}

} // namespace standards
