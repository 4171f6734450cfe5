// How a list of threads is asked for in an address, and how an address is made for one: pages and API alike.
#pragma once

#include "forum/thread_list_store.hpp"
#include "site/context.hpp"

namespace forum {

/// Where the list stands, and with it what is fixed.
struct ListPlace {
    std::string path = "/forum"; // encoded
    std::string category{};      // slug; of /forum/categories/{slug} or from the query
    std::string tag{};
};

/// Reads category, kind, tag, state, sort and cursor; what is unknown fails with `invalid`, each at its
/// field. Where the category or tag is the place itself, there is none: `not_found`.
base::Result<ThreadQuery> read_query(site::Context& c, const ListPlace& place);

/// The same list with one thing changed: `sort`, or `cursor`.
server::Url list_url(const site::Context& c, const ListPlace& place, std::string_view name,
                     std::string_view value);

} // namespace forum
