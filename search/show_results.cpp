#include "search/handlers.hpp"
#include "search/results_view.hpp"
#include "site/layout.hpp"

namespace search {

server::Response show_results(site::Context& c) {
    const Asked asked = read_asked(c);
    if (asked.words.empty() && asked.query.is_empty())
        return site::page(c, {.title = "Search", .section = "search"}, start_view);
    const Results results = find(c.db, asked.query, asked.part);
    const std::string words = asked.words.empty() ? "Search" : asked.words + " – Search";
    return site::page(c, {.title = words, .section = "search"},
                      [&](html::Writer& w) { results_view(w, c, asked, results); });
}

server::Response show_help(site::Context& c) {
    return site::page(
        c, {.title = "How to search", .section = "search", .crumbs = {{"Search", server::link<"/search">()}}},
        help_view);
}

} // namespace search
