// The filters of a query: kind:question, tag:seals, after:30d. Each takes a value or answers with a sentence
// that says what to write.
#pragma once

#include "search/query.hpp"

#include <string>
#include <string_view>

namespace search {

enum class Reading { understood, not_a_filter, faulty };

/// Takes `name:value` into the query's filters. `faulty` also adds a note; the caller then searches the
/// words.
Reading read_filter(Query& query, std::string_view name, std::string_view value, bool negated,
                    const Asker& asker);

} // namespace search
