// A data file with the search tables alone, and short ways to fill and ask it.
#pragma once

#include "search/find.hpp"
#include "search/index.hpp"
#include "store/database.hpp"
#include "tests/support/source_tree.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace library {

inline const std::string& schema() {
    static const auto text = source_tree::text_of("schema/0003_search.sql");
    return text;
}

inline base::Time day(int number) {
    return base::Time(std::chrono::days(20'000 + number));
}

class Library {
  public:
    Library() : database_(folder_.path() / "search.db", steps()), connection_(database_.open_reader()) {}

    void put(const search::Document& document) {
        database_.write([&](store::Writer& db) { search::put(db, document); });
    }
    void put_all(const std::vector<search::Document>& documents) {
        database_.write([&](store::Writer& db) {
            for (const auto& document : documents)
                search::put(db, document);
        });
    }
    void remove(search::Kind kind, std::int64_t ref) {
        database_.write([&](store::Writer& db) { search::remove(db, kind, ref); });
    }
    void clear() {
        database_.write([](store::Writer& db) { search::clear(db); });
    }
    std::vector<std::string> check() {
        return database_.write([](store::Writer& db) { return search::check(db); });
    }

    /// A page of one passage.
    void put_page(std::int64_t ref, std::string title, std::string text, std::vector<std::string> tags = {}) {
        search::Document page;
        page.ref = ref;
        page.title = std::move(title);
        page.tags = std::move(tags);
        page.passages = {{"", "", std::move(text)}};
        page.address = "/practices/" + std::to_string(ref);
        page.at = day(static_cast<int>(ref));
        put(page);
    }

    search::Results find(std::string_view text, search::Part part = {}) {
        store::Reader db(*connection_);
        return search::find(db, search::parse(text, {day(100), "noor-haddad"}), part);
    }
    /// The titles that a query finds, best first.
    std::vector<std::string> titles(std::string_view text) {
        std::vector<std::string> found;
        for (const auto& hit : find(text).hits)
            found.push_back(hit.title);
        return found;
    }
    store::Database& database() { return database_; }
    store::Reader reader() { return store::Reader(*connection_); }

  private:
    static std::span<const store::Migration> steps() {
        static const std::array<store::Migration, 1> only{store::Migration{1, "0003_search.sql", schema()}};
        return only;
    }

    testing::TemporaryFolder folder_;
    store::Database database_;
    std::unique_ptr<store::Connection> connection_;
};

using Titles = std::vector<std::string>;

} // namespace library
