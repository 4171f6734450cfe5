#include "standards/routes.hpp"

#include "standards/ballots/routes.hpp"
#include "standards/proposals/routes.hpp"
#include "standards/register/routes.hpp"

#include <iterator>

namespace standards {

std::vector<site::Route> routes() {
    std::vector<site::Route> all = proposal_routes();
    for (auto more : {ballot_routes(), register_routes()})
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return all;
}

} // namespace standards
