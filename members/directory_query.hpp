// What a query asks of the list of members, for the page and the API alike.
#pragma once

#include "members/directory_store.hpp"
#include "site/context.hpp"

namespace members {

/// Reads "name", "center" (a slug; an unknown one finds nobody), "role" and "after".
Wanted read_wanted(site::Context& c, int most);

} // namespace members
