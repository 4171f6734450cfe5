// What a request asks of search: the same for the page and the API.
#pragma once

#include "search/find.hpp"
#include "site/context.hpp"

#include <string>

namespace search {

struct Asked {
    std::string words; // as typed, with the filters of `tag` and `state` written behind them
    std::string kind;  // the parameter, "" for every kind
    Query query;
    Part part;
    server::Complaints complaints; // about parameters that say nothing sensible
};

/// Reads q, kind, tag, state, limit and cursor.
Asked read_asked(const site::Context& c);

} // namespace search
