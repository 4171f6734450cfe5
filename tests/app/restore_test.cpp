// The way back: what was backed up stands again in a new folder, and nothing else is touched.
#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "app/demo/load.hpp"
#include "base/random.hpp"
#include "members/members.hpp"
#include "tests/support/source_tree.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

#include <fstream>

namespace {

struct Served {
    testing::TemporaryFolder folder;
    std::filesystem::path data = folder.path() / "data";
    std::filesystem::path copy = folder.path() / "copy.db";
    std::filesystem::path restored = folder.path() / "restored";
    std::unique_ptr<store::Database> database = app::open_or_make_data(data);

    Served() {
        app::load_demo(*database, source_tree::path_of("demo"), *base::parse_iso_time("2027-11-21T15:00:00Z"),
                       base::system_random());
    }
};

} // namespace

TEST_CASE_METHOD(Served, "a backup made while data is served is restored whole") {
    app::backup(data, copy);
    app::restore(copy, restored);
    CHECK_NOTHROW(app::check(restored));
    const auto again = app::open_data(restored);
    const auto connection = again->open_reader();
    store::Reader db(*connection);
    CHECK(members::find_by_email(db, "clerk@example.org"));
}

TEST_CASE_METHOD(Served, "a restore overwrites nothing and takes no damaged copy") {
    app::backup(data, copy);
    CHECK_THROWS_WITH(app::backup(data, copy), Catch::Contains("exists already"));
    CHECK_THROWS_WITH(app::restore(copy, data), Catch::Contains("holds data already"));
    CHECK_THROWS_WITH(app::restore(folder.path() / "none.db", restored), Catch::Contains("there is no file"));

    // An old log beside a data file that was removed would be played back into the restored one.
    std::filesystem::create_directories(folder.path() / "left");
    std::ofstream(folder.path() / "left" / "cohort.db-wal") << "log";
    CHECK_THROWS_WITH(app::restore(copy, folder.path() / "left"), Catch::Contains("cohort.db-wal"));

    std::ofstream(folder.path() / "empty.db").flush();
    CHECK_THROWS_WITH(app::restore(folder.path() / "empty.db", restored),
                      Catch::Contains("no backup of Cohort"));
    CHECK_FALSE(std::filesystem::exists(app::data_file(restored)));

    std::fstream(copy, std::ios::in | std::ios::out | std::ios::binary).seekp(4096 * 9)
        << std::string(4096 * 4, '\x5A');
    CHECK_THROWS(app::restore(copy, restored));
    CHECK_FALSE(std::filesystem::exists(app::data_file(restored)));
}

TEST_CASE_METHOD(Served, "a backup of a newer program is refused and leaves the folder as it was") {
    app::backup(data, copy);
    {
        store::Connection newer(copy, store::Access::write);
        newer.execute("INSERT INTO schema_migrations VALUES (999, '999_later.sql', '', 0)");
    }
    CHECK_THROWS_WITH(app::restore(copy, restored), Catch::Contains("newer Cohort"));
    CHECK_FALSE(std::filesystem::exists(app::data_file(restored)));
}
