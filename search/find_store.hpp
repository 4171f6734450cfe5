// What finding reads from the index.
#pragma once

#include "search/query.hpp"
#include "store/reader.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// The keys of what matches, newest first, at most `most`.
std::vector<std::int64_t> matching_keys(store::Reader& db, const std::string& expression,
                                        const Filters& filters, std::size_t most);

struct Candidate {
    std::int64_t key;
    double score; // better is higher
};
/// Scores what matches and has a key in the range; where more than `most` do, the newest of them.
std::vector<Candidate> candidates(store::Reader& db, const std::string& expression, std::int64_t first_key,
                                  std::int64_t last_key, std::size_t most);
/// How many match, counted no further than `most`.
std::int64_t count_up_to(store::Reader& db, const std::string& expression, std::size_t most);

/// What a result shows of a document.
struct Found {
    Kind kind;
    std::string title;
    std::string tags;
    std::string place;
    std::string address;
    std::string author;
    std::string author_name;
    std::string state;
    base::Time at;
    bool settled;
    std::string passages;
};
std::optional<Found> find_document(store::Reader& db, std::int64_t key);

/// Known words that begin so, in their order.
std::vector<std::string> words_from(store::Reader& db, std::string_view beginning, std::size_t most);

} // namespace search
