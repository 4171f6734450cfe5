#include "server/network.hpp"

#include <arpa/inet.h>

namespace server {

std::string network_of(std::string_view address) {
    in6_addr bytes{};
    const std::string text(address);
    if (inet_pton(AF_INET6, text.c_str(), &bytes) != 1) return text;
    if (IN6_IS_ADDR_V4MAPPED(&bytes)) return text;
    return {reinterpret_cast<const char*>(&bytes), 8};
}

} // namespace server
