#include "search/asked.hpp"
#include "search/handlers.hpp"
#include "search/results_view.hpp"
#include "search/suggest.hpp"
#include "site/json.hpp"

namespace search {
namespace {

namespace json = boost::json;

json::value or_null(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object hit_json(const Hit& hit) {
    html::Writer snippet;
    snippet_html(snippet, hit.snippet);
    return {{"kind", base::enum_text(hit.kind)},
            {"title", hit.title},
            {"address", hit.address},
            {"heading", or_null(hit.heading)},
            {"snippet", snippet.take()},
            {"author",
             {{"handle", or_null(hit.author)}, {"name", hit.author_name}, {"state", or_null(hit.state)}}},
            {"at", base::iso_time(hit.at)},
            {"place", or_null(hit.place)},
            {"tags", json::array(hit.tags.begin(), hit.tags.end())},
            {"settled", hit.settled}};
}

} // namespace

server::Response find_for_api(site::Context& c) {
    const Asked asked = read_asked(c);
    if (asked.complaints.any()) return site::problem(c, asked.complaints.problem());

    const Results results = find(c.db, asked.query, asked.part);

    json::array items;
    for (const Hit& hit : results.hits)
        items.push_back(hit_json(hit));
    json::array facets;
    for (const Facet& facet : results.facets)
        facets.push_back({{"kind", base::enum_text(facet.kind)}, {"number", facet.number}});
    const auto next = static_cast<std::int64_t>(asked.part.offset + results.hits.size());
    const bool more = next < results.total && !results.hits.empty();
    return site::json({{"items", std::move(items)},
                       {"next", more ? json::value(site::Cursor{next, 0}.text()) : json::value(nullptr)},
                       {"total", results.total},
                       {"more_than_total", results.more},
                       {"facets", std::move(facets)},
                       {"notes", json::array(results.notes.begin(), results.notes.end())},
                       {"did_you_mean", or_null(results.did_you_mean)}});
}

server::Response show_similar(site::Context& c) {
    json::array items;
    for (const Similar& one : similar(c.db, c.query.line("q")))
        items.push_back({{"text", one.title},
                         {"address", one.address},
                         {"kind", base::enum_text(one.kind)},
                         {"settled", one.settled}});
    return site::listed(std::move(items), std::nullopt);
}

server::Response show_suggestions(site::Context& c) {
    json::array items;
    for (const Suggestion& suggestion : suggest(c.db, c.query.line("q"))) {
        const auto address = suggestion.address.empty() ? server::link<"/search?q={}">(suggestion.text).text()
                                                        : suggestion.address;
        items.push_back({{"text", suggestion.text}, {"address", address}, {"kind", suggestion.kind}});
    }
    return site::listed(std::move(items), std::nullopt);
}

} // namespace search
