#include "standards/routes.hpp"

#include "standards/ballots/routes.hpp"
#include "standards/ballots/settling.hpp"
#include "standards/proposals/routes.hpp"
#include "standards/register/routes.hpp"

#include <iterator>

namespace standards {

namespace {

/// A ballot whose time has come closes before anything of the standards is shown or done.
site::Handler settled_first(site::Handler handler) {
    return [handler = std::move(handler)](site::Context& c, std::span<const std::string> values) {
        settle_first(c);
        return handler(c, values);
    };
}

} // namespace

std::vector<site::Route> routes() {
    std::vector<site::Route> all = proposal_routes();
    for (auto more : {ballot_routes(), register_routes()})
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    for (auto& route : all)
        route.handler = settled_first(std::move(route.handler));
    return all;
}

} // namespace standards
