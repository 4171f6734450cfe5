#include "tests/http/permissions_table.hpp"

#include "base/text.hpp"
#include "tests/support/source_tree.hpp"

#include <fstream>
#include <stdexcept>

namespace testing {
namespace {

TableRow read_row(const std::string& line) {
    TableRow row;
    const auto parts = base::split(std::string_view(line).substr(1, line.rfind('|') - 1), '|');
    row.name = base::trim(parts.front());
    row.rule = base::trim(parts.back());
    for (std::size_t i = 1; i + 1 < parts.size(); ++i)
        row.cells.emplace_back(base::trim(parts[i]));
    return row;
}

} // namespace

std::string TableRow::line() const {
    std::string line = "| " + name;
    for (const auto& cell : cells)
        line += " | " + cell;
    return line + " | " + (rule.empty() ? "" : rule + " ") + "|";
}

std::vector<TableRow> read_table(const std::string& heading) {
    const std::string path = source_tree::path_of("tests/http/permissions.md");
    std::ifstream file(path);
    if (!file) throw std::runtime_error(path + " cannot be read");
    std::vector<TableRow> rows;
    bool under = false;
    int heads = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) under = line == "## " + heading;
        if (!under || !line.starts_with('|')) continue;
        if (line.starts_with("| ---") || heads == 0)
            ++heads;
        else
            rows.push_back(read_row(line));
    }
    return rows;
}

} // namespace testing
