// How much a stranger may ask of this program, in bytes, in time and in number. A test sets them small.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <thread>

namespace server::beast {

struct Limits {
    std::size_t header_bytes = 16 * 1024; // request line and header fields together; beyond: 414 or 431
    std::size_t header_fields = 100;      // beyond: 431
    std::size_t target_length = 8 * 1024; // beyond: 414
    std::size_t connections = 10'000;     // open at a time; beyond, those go that have waited longest
    std::size_t waiting_requests = 512;   // for a worker; beyond: 503 with Retry-After
    std::size_t bodies = 256 << 20;       // bytes of all request bodies held at a time; beyond: 503

    // Of these, one client's share; a client is an IPv4 address, or the first 64 bits of an IPv6 address.
    std::size_t connections_of_one = 1'000; // by who connects; beyond: 503, and closed
    std::size_t waiting_of_one = 128;       // this and the rest by who asks, where a proxy tells us that
    std::size_t bodies_of_one = 32 << 20;
    std::size_t reading_of_one = std::max(2U, std::thread::hardware_concurrency()); // pages made at a time
    std::size_t changing_of_one = 8; // changes at work at a time, which mostly wait for one write to disk

    std::chrono::milliseconds idle_timeout{30'000};   // between requests, and before the first
    std::chrono::milliseconds header_timeout{10'000}; // from a header's first byte to its last; then 408
    std::chrono::milliseconds body_timeout{30'000};   // for a body, besides what `slowest` allows; then 408
    std::chrono::milliseconds write_timeout{30'000};  // for a response, besides what `slowest` allows
    std::size_t slowest = 4 * 1024;                   // bytes a second that a long transfer must keep up
    std::chrono::milliseconds standstill{30'000};     // from one piece of a body or response to the next
    std::chrono::milliseconds linger{2'000};          // after the last response, until the client has read it
    std::chrono::milliseconds grace{10'000};          // after stop(), for requests that run
};

} // namespace server::beast
