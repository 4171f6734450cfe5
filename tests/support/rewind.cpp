#include "tests/support/rewind.hpp"

#include "store/backup.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace testing {
namespace {

std::filesystem::path beside(const std::filesystem::path& file, std::string_view name) {
    return file.parent_path() / name;
}

void copy_keys(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::remove_all(to);
    if (std::filesystem::exists(from))
        std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

} // namespace

Rewind::Rewind(store::Database& database)
    : database_(database), kept_keys_(beside(database.file(), "kept-keys")) {
    database.write([](store::Writer&) {}); // what was to be written later is written now
    const auto copy = beside(database.file(), "kept.db");
    std::filesystem::remove(copy);
    store::backup(database.file(), copy);
    copy_keys(beside(database.file(), "ballot-keys"), kept_keys_);
    kept_ = std::make_unique<store::Connection>(copy, store::Access::read);
    live_ = std::make_unique<store::Connection>(database.file(), store::Access::write);
    live_->execute("PRAGMA synchronous = OFF");
}

void Rewind::back() {
    database_.write([](store::Writer&) {});
    auto* copying = sqlite3_backup_init(live_->handle(), "main", kept_->handle(), "main");
    if (!copying) throw std::runtime_error("the data of the tests cannot be put back");
    const int done = sqlite3_backup_step(copying, -1);
    sqlite3_backup_finish(copying);
    if (done != SQLITE_DONE) throw std::runtime_error("the data of the tests were not put back");
    copy_keys(kept_keys_, beside(database_.file(), "ballot-keys"));
    database_.write([](store::Writer&) {}); // answers that were kept are of other data
}

} // namespace testing
