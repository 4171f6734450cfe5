// The wiki's API: pages, their revisions, areas.
#pragma once

#include "site/context.hpp"

#include <string>

namespace wiki::api {

server::Response list_areas(site::Context& c);
server::Response list_pages(site::Context& c);
server::Response create_page(site::Context& c);
server::Response show_page(site::Context& c, const std::string& slug);
server::Response save_page(site::Context& c, const std::string& slug);
server::Response list_revisions(site::Context& c, const std::string& slug);
server::Response show_revision(site::Context& c, const std::string& slug, int number);
server::Response compare(site::Context& c, const std::string& slug);
server::Response revert(site::Context& c, const std::string& slug);

} // namespace wiki::api
