#include "store/migration.hpp"

#include "base/digest.hpp"
#include "store/writer.hpp"

#include <stdexcept>

namespace store {
namespace {

struct Applied {
    int number;
    std::string name;
    std::string sha256;
};

std::string step_name(const Migration& step) {
    return std::to_string(step.number) + " (" + std::string(step.name) + ")";
}

void check_applied(const std::vector<Applied>& applied, std::span<const Migration> steps) {
    if (applied.size() > steps.size())
        throw std::runtime_error("this data was written by a newer Cohort (its schema has step " +
                                 std::to_string(applied.back().number) + ", this program knows " +
                                 std::to_string(steps.size()) + "); install that version or a newer one");
    for (std::size_t i = 0; i < applied.size(); ++i)
        if (applied[i].number != steps[i].number || applied[i].sha256 != base::sha256_hex(steps[i].sql))
            throw std::runtime_error(
                "schema step " + step_name(steps[i]) +
                " is not the text that made this data; the program and the data do not belong together");
}

void apply(Connection& connection, Writer& writer, const Migration& step) {
    connection.execute("BEGIN IMMEDIATE");
    try {
        connection.execute(std::string(step.sql));
        const std::string sum = base::sha256_hex(step.sql);
        writer.run<
            "INSERT INTO schema_migrations (number, name, sha256, applied_at) VALUES (?, ?, ?, unixepoch())">(
            step.number, step.name, sum);
        connection.execute("COMMIT");
    } catch (...) {
        if (connection.in_transaction()) connection.execute("ROLLBACK");
        throw;
    }
}

} // namespace

void migrate(Connection& connection, std::span<const Migration> steps) {
    connection.execute(
        "CREATE TABLE IF NOT EXISTS schema_migrations ("
        " number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL"
        ") STRICT");
    Writer writer(connection);
    const auto applied =
        writer.all<Applied, "SELECT number, name, sha256 FROM schema_migrations ORDER BY number">();
    check_applied(applied, steps);
    for (const Migration& step : steps.subspan(applied.size()))
        apply(connection, writer, step);
}

} // namespace store
