// Every SQL statement of the program, prepared against the real schema, and its plan read: what is slow on a
// large installation fails here, not there.
#include "app/schema.hpp"
#include "store/catalogue.hpp"
#include "store/database.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

#include <cctype>
#include <map>
#include <set>
#include <sstream>

namespace {

// Tables that stay small whatever happens: one row a Center, category, area, tag, secret or schema step at
// most.
const std::set<std::string> small_tables{"categories",       "areas",   "tags",      "centers",
                                         "center_delegates", "secrets", "json_each", "schema_migrations"};

struct Prepared {
    testing::TemporaryFolder folder;
    store::Database database{folder.path() / "cohort.db", app::migrations()};
    store::Connection connection{folder.path() / "cohort.db", store::Access::write};
};

std::vector<std::string> words_of(std::string_view sql) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : std::string(sql) + " ") {
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '_') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
}

/// What each name in a plan stands for: "FROM posts AS p" makes p (and posts) the table posts.
std::map<std::string, std::string> tables_by_alias(std::string_view sql) {
    std::map<std::string, std::string> tables;
    const auto words = words_of(sql);
    static const std::set<std::string> not_an_alias{"ON",    "WHERE", "JOIN",   "LEFT",   "ORDER",
                                                    "GROUP", "LIMIT", "SET",    "USING",  "INNER",
                                                    "CROSS", "UNION", "VALUES", "SELECT", "INDEXED"};
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i] != "FROM" && words[i] != "JOIN" && words[i] != "UPDATE" && words[i] != "INTO") continue;
        const auto& table = words[i + 1];
        tables[table] = table;
        std::size_t next = i + 2;
        if (next < words.size() && words[next] == "AS") ++next;
        if (next < words.size() && !not_an_alias.contains(words[next])) tables[words[next]] = table;
    }
    return tables;
}

/// Explains the statement; its own words decide nothing here, so the text is put together.
std::vector<std::string> plan_of(store::Connection& connection, std::string_view sql) {
    store::Statement explain(connection.handle(), "EXPLAIN QUERY PLAN " + std::string(sql));
    std::vector<std::string> lines;
    while (explain.step())
        explain.read(3, lines.emplace_back());
    return lines;
}

} // namespace

TEST_CASE_METHOD(Prepared, "every statement of the program fits the schema") {
    REQUIRE(store::catalogue().size() > 100);
    for (const auto sql : store::catalogue()) {
        INFO(sql);
        CHECK_NOTHROW(store::Statement(connection.handle(), sql));
    }
}

TEST_CASE_METHOD(Prepared, "no statement reads a growing table from end to end") {
    // Maintenance may: such a statement says so itself, with the reason, in a comment that starts "whole
    // table:".
    const auto exists = [&](const std::string& table) {
        store::Statement look(connection.handle(),
                              "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
        look.bind(1, table);
        return look.step();
    };
    for (const auto sql : store::catalogue()) {
        if (sql.find("whole table:") != std::string_view::npos || sql.starts_with("PRAGMA") ||
            sql.starts_with("VACUUM"))
            continue;
        const auto tables = tables_by_alias(sql);
        const bool limited = sql.find("LIMIT") != std::string_view::npos;
        for (const auto& line : plan_of(connection, sql)) {
            std::istringstream words(line);
            std::string verb;
            std::string name;
            words >> verb >> name;
            if (verb != "SCAN" || line.find("VIRTUAL TABLE") != std::string::npos) continue;
            const auto found = tables.find(name);
            const std::string table = found == tables.end() ? name : found->second;
            if (!exists(table) || small_tables.contains(table)) continue;
            const bool walks_index = line.find("USING") != std::string::npos && limited;
            INFO(sql << "\n  plan: " << line << " (table " << table << ")");
            CHECK(walks_index);
        }
    }
}

TEST_CASE_METHOD(Prepared, "every table is strict") {
    store::Statement list(
        connection.handle(),
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_text%'");
    int tables = 0;
    for (; list.step(); ++tables) {
        std::string name;
        bool strict = false;
        list.read(0, name);
        list.read(1, strict);
        INFO(name);
        CHECK(strict);
    }
    CHECK(tables > 20);
}
