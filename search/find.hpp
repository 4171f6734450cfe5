// Finding: from a query to the hits of one page, best first, with snippets, counts by kind and advice.
#pragma once

#include "search/query.hpp"
#include "search/snippet.hpp"
#include "store/reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace search {

struct Hit {
    Kind kind = Kind::page;
    std::string title;
    std::string address; // opens at the passage
    std::string place;   // slug of the category or area
    std::vector<std::string> tags;
    std::string author; // handle
    std::string author_name;
    std::string state;
    base::Time at{};
    bool settled = false;
    std::string heading; // of the passage; "" if it has none
    Snippet snippet;
};

struct Facet {
    Kind kind;
    std::int64_t number;
};

struct Results {
    std::vector<Hit> hits;
    std::vector<Facet> facets{}; // of all kinds that occur, whether or not the query asks for some kinds only
    std::int64_t total = 0;      // hits in all
    bool more = false;           // there are more than `total`; only so many were looked at
    std::vector<std::string> notes{}; // sentences for who asked
    std::string did_you_mean{};       // a better query, or ""
};

/// Which hits: from `offset` on, at most `limit`.
struct Part {
    std::size_t offset = 0;
    std::size_t limit = 20;
};

Results find(store::Reader& db, const Query& query, const Part& part = {});

struct Similar {
    Kind kind;
    std::string title;
    std::string address;
    bool settled;
    bool operator==(const Similar&) const = default;
};

/// Questions, discussions and pages that look like one that somebody is about to ask; at most `limit`, the
/// nearest first.
std::vector<Similar> similar(store::Reader& db, std::string_view title, std::size_t limit = 5);

} // namespace search
