#include "store/failure.hpp"

#include <sqlite3.h>

#include <system_error>

namespace store {

bool Failure::storage_is_full() const {
    const int primary = code_ & 0xFF;
    return primary == SQLITE_FULL || primary == SQLITE_IOERR || primary == SQLITE_READONLY ||
           primary == SQLITE_CANTOPEN;
}

bool Failure::is_busy() const {
    return (code_ & 0xFF) == SQLITE_BUSY;
}

bool Failure::is_damage() const {
    const int primary = code_ & 0xFF;
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
}

bool Failure::is_constraint() const {
    return (code_ & 0xFF) == SQLITE_CONSTRAINT;
}

void throw_failure(sqlite3* connection, int code, const std::string& doing) {
    std::string reason = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    if (connection) code = sqlite3_extended_errcode(connection);
    // "disk I/O error" alone does not say whether the disk is full.
    const int primary = code & 0xFF;
    if (const int system = connection ? sqlite3_system_errno(connection) : 0;
        system != 0 && (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN))
        reason += " (" + std::generic_category().message(system) + ")";
    throw Failure(code, doing + ": " + reason);
}

} // namespace store
