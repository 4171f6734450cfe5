// Where a request goes: the request target and the Host, held against each other.
#pragma once

#include <string_view>

namespace server::beast {

struct Target {
    std::string_view path;  // "/" at least, still percent-encoded
    std::string_view query; // after "?"
    bool valid;
};

/// Takes a request target apart. Accepted are origin-form and, for this very host, absolute-form (RFC 9112
/// section 3.2); not accepted are a fragment, "*" and an authority alone.
Target read_target(std::string_view target, std::string_view host);

/// Whether it can be a Host: a name or address, perhaps with a port (RFC 9110 section 7.2).
bool is_host(std::string_view host);

/// Equal but for the case of ASCII letters.
bool same_word(std::string_view a, std::string_view b);

} // namespace server::beast
