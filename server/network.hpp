// Which addresses count as one client.
#pragma once

#include <string>
#include <string_view>

namespace server {

/// What an address counts as: an IPv4 address itself, of an IPv6 address the first 64 bits, because one
/// household has them all.
std::string network_of(std::string_view address);

} // namespace server
