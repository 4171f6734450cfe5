// tests/http/permissions.md, read: rows of words.
#pragma once

#include <string>
#include <vector>

namespace testing {

struct TableRow {
    std::string name;               // the first cell: "`GET /forum`"
    std::vector<std::string> cells; // the others but the last
    std::string rule;               // the last: where the rule stands

    /// As it stands in the file.
    [[nodiscard]] std::string line() const;
};

/// The rows under the heading ("Routes"), without the table's own head.
std::vector<TableRow> read_table(const std::string& heading);

} // namespace testing
