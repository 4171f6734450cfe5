// The first step of every handler here: the page at an address, or the answer to give instead.
#pragma once

#include "site/context.hpp"
#include "wiki/wiki.hpp"

namespace wiki {

struct Lookup {
    std::optional<Page> page;
    server::Response instead{}; // where there is no page: 308 from an old address, 410, 404
};

/// `rest` stands behind the slug in the address: "/edit". The 404 of a page offers to write it.
Lookup look_up(site::Context& c, const std::string& slug, std::string_view rest = "");
/// The same for its history, which stewards may read of a withdrawn page, too.
Lookup look_up_history(site::Context& c, const std::string& slug, std::string_view rest);
/// The same for a withdrawn page's own acts: it is found, too.
Lookup look_up_withdrawn(site::Context& c, const std::string& slug);

} // namespace wiki
