// The pages of the register and of adoptions.
#pragma once

#include "site/context.hpp"

#include <string>

namespace standards {

server::Response show_register(site::Context& c);
server::Response show_feed(site::Context& c);
server::Response show_standard(site::Context& c, const std::string& number);
server::Response show_version(site::Context& c, const std::string& number, int version);
server::Response compare_versions(site::Context& c, const std::string& number);

server::Response show_adoption(site::Context& c, const std::string& number);
server::Response post_adoption(site::Context& c, const std::string& number);
server::Response show_retire(site::Context& c, const std::string& number);
server::Response post_retire(site::Context& c, const std::string& number);
server::Response post_revise(site::Context& c, const std::string& number);

} // namespace standards
