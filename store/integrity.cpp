#include "store/integrity.hpp"

#include "store/reader.hpp"

namespace store {
namespace {

struct Orphan {
    std::string table;
    std::optional<std::int64_t> row;
    std::string parent;
    int key;
};

} // namespace

std::vector<std::string> integrity_faults(Connection& connection) {
    Reader reader(connection);
    std::vector<std::string> faults;
    for (auto& line : reader.all<std::string, "PRAGMA integrity_check">())
        if (line != "ok") faults.push_back(std::move(line));
    for (const auto& orphan : reader.all<Orphan, "PRAGMA foreign_key_check">())
        faults.push_back(orphan.table + " row " + std::to_string(orphan.row.value_or(0)) +
                         " points to a missing row of " + orphan.parent);
    return faults;
}

} // namespace store
