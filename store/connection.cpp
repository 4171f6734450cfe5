#include "store/connection.hpp"

#include "store/catalogue.hpp"
#include "store/failure.hpp"

#include <sqlite3.h>

#include <mutex>

namespace store {
namespace {

/// Settings of the whole library, before its first use: nobody reads its memory statistics, and they cost a
/// lock.
void configure_library() {
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

constexpr int usual_patience = 10'000; // milliseconds for a lock of another process

constexpr const char* shared_settings =
    "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = FAST;";
// A reader keeps little of its own (there are many); the operating system caches the file for all.
constexpr const char* reader_settings = "PRAGMA cache_size = -2000; PRAGMA query_only = ON;";
constexpr const char* writer_settings =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;"
    "PRAGMA wal_autocheckpoint = 12000; PRAGMA journal_size_limit = 67108864;";

} // namespace

Connection::Connection(const std::filesystem::path& file, Access access) {
    configure_library();
    const int flags =
        SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
        (access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE);
    const int code = sqlite3_open_v2(file.c_str(), &handle_, flags, nullptr);
    if (code != SQLITE_OK) {
        const std::string reason = handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
        sqlite3_close(handle_);
        throw Failure(code, "opening " + file.string() + ": " + reason);
    }
    sqlite3_busy_timeout(handle_, usual_patience);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    try {
        // The first that reads the file: here a wrong one, a closed one and a full disk show.
        for (const char* settings :
             {shared_settings, access == Access::write ? writer_settings : reader_settings})
            if (const int set = sqlite3_exec(handle_, settings, nullptr, nullptr, nullptr); set != SQLITE_OK)
                throw_failure(handle_, set, "opening " + file.string());
    } catch (...) {
        sqlite3_close(handle_);
        throw;
    }
}

Connection::~Connection() {
    statements_.clear();
    sqlite3_close(handle_);
}

Statement& Connection::statement(std::size_t number) {
    if (statements_.size() <= number) statements_.resize(catalogue().size());
    Statement& found = statements_[number];
    if (!found) found = Statement(handle_, catalogue()[number]);
    return found;
}

void Connection::run(Statement& statement) {
    try {
        statement.step();
    } catch (...) {
        statement.reset();
        throw;
    }
    statement.reset();
}

void Connection::execute(const std::string& sql) {
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw_failure(handle_, code, "running «" + sql.substr(0, 200) + "»");
}

bool Connection::empty_log(std::chrono::milliseconds patience) {
    sqlite3_busy_timeout(handle_, static_cast<int>(patience.count()));
    const int code =
        sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(handle_, usual_patience);
    return code == SQLITE_OK;
}

int Connection::changes() const {
    return sqlite3_changes(handle_);
}

std::int64_t Connection::last_insert() const {
    return sqlite3_last_insert_rowid(handle_);
}

bool Connection::in_transaction() const {
    return sqlite3_get_autocommit(handle_) == 0;
}

} // namespace store
