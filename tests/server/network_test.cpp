#include "server/network.hpp"
#include "tests/support/test.hpp"

TEST_CASE("one household's IPv6 addresses count as one, IPv4 addresses each by themselves") {
    CHECK(server::network_of("2001:db8:1:2::1") == server::network_of("2001:db8:1:2:ffff::9"));
    CHECK(server::network_of("2001:db8:1:2::1") != server::network_of("2001:db8:1:3::1"));
    CHECK(server::network_of("192.0.2.1") != server::network_of("192.0.2.2"));
    CHECK(server::network_of("::ffff:192.0.2.1") != server::network_of("::ffff:192.0.2.2"));
}
