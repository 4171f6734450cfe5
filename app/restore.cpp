#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "app/schema.hpp"
#include "store/backup.hpp"
#include "store/integrity.hpp"

#include <cstdio>
#include <stdexcept>
#include <vector>

namespace app {
namespace {

/// The data file and what SQLite keeps beside it: an old log would be played back into the new file.
std::vector<std::filesystem::path> files_of(const std::filesystem::path& data) {
    const auto file = data_file(data).string();
    return {file, file + "-wal", file + "-shm"};
}

void require_backup(const std::filesystem::path& file) {
    store::Connection source(file, store::Access::read);
    const auto faults = store::integrity_faults(source);
    if (!faults.empty()) throw std::runtime_error(file.string() + " is damaged: " + faults.front());
    // An empty file is a sound SQLite file.
    if (store::Reader(source)
            .get<int, "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migrations'">() == 0)
        throw std::runtime_error(file.string() + " is no backup of Cohort: it holds none of its tables");
}

} // namespace

void restore(const std::filesystem::path& from, const std::filesystem::path& data) {
    if (!std::filesystem::exists(from)) throw std::runtime_error("there is no file " + from.string());
    for (const auto& file : files_of(data))
        if (std::filesystem::exists(file))
            throw std::runtime_error(data.string() + " holds data already (" + file.filename().string() +
                                     "); restore into a new folder");
    require_backup(from);
    std::filesystem::create_directories(data);
    try {
        store::backup(from, data_file(data));
        hand_over(data);
        open_data(data); // brings an older copy to this program's schema, or says that it is too new
    } catch (...) {
        std::error_code ignored;
        for (const auto& file : files_of(data))
            std::filesystem::remove(file, ignored);
        throw;
    }
    std::printf("restored into %s\n", data.c_str());
}

} // namespace app
