// What completing reads from the index of titles.
#pragma once

#include "search/index.hpp"
#include "store/reader.hpp"

#include <string>
#include <vector>

namespace search {

struct TitleRow {
    std::string title;
    std::string address;
    Kind kind;
    bool settled;
};

/// Titles that match an FTS5 expression, the newest first.
std::vector<TitleRow> matching_titles(store::Reader& db, const std::string& expression, int most);

} // namespace search
