// One function a page or API call of search; routes.cpp says at which address.
#pragma once

#include "site/context.hpp"

namespace search {

server::Response show_results(site::Context& c);
server::Response show_help(site::Context& c);
server::Response show_suggestions(site::Context& c);
/// What looks like the title that somebody is writing.
server::Response show_similar(site::Context& c);
server::Response find_for_api(site::Context& c);

} // namespace search
