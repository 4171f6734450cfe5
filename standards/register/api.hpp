// The register and adoptions as JSON.
#pragma once

#include "site/context.hpp"

#include <string>

namespace standards::api {

server::Response list_standards(site::Context& c);
server::Response show_standard(site::Context& c, const std::string& number);
server::Response show_adoption(site::Context& c, const std::string& number);
server::Response save_adoption(site::Context& c, const std::string& number);

} // namespace standards::api
