// Root makes the first administrator in the folder of the service's user, who must be able to write what came
// of it.
#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

#include <sys/stat.h>
#include <unistd.h>

namespace {

/// A folder of somebody else's when the test runs as root, of one's own otherwise.
struct OwnedFolder {
    testing::TemporaryFolder folder;
    uid_t owner = ::geteuid() == 0 ? 65534 : ::geteuid();

    OwnedFolder() { REQUIRE(::chown(folder.path().c_str(), owner, static_cast<gid_t>(-1)) == 0); }
};

uid_t owner_of(const std::filesystem::path& path) {
    struct stat found{};
    REQUIRE(::stat(path.c_str(), &found) == 0);
    return found.st_uid;
}

} // namespace

TEST_CASE_METHOD(OwnedFolder, "data made in a folder, and SQLite's log beside them, belong to its owner") {
    const auto database = app::open_or_make_data(folder.path());
    CHECK(owner_of(folder.path() / "cohort.db") == owner);
    CHECK(owner_of(folder.path() / "cohort.db-wal") == owner);
}

TEST_CASE_METHOD(OwnedFolder, "data restored into a folder belong to its owner") {
    const testing::TemporaryFolder elsewhere;
    app::open_or_make_data(elsewhere.path());
    app::restore(elsewhere.path() / "cohort.db", folder.path());
    CHECK(owner_of(folder.path() / "cohort.db") == owner);
}

TEST_CASE("a demonstration on data that another server holds leaves them as they are") {
    const testing::TemporaryFolder folder;
    const app::ServerLock held(folder.path());
    CHECK_THROWS_WITH(app::demo(folder.path(), {}), Catch::Contains("another cohort serves"));
    CHECK_FALSE(std::filesystem::exists(app::data_file(folder.path())));
}
