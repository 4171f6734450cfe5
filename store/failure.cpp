#include "store/failure.hpp"

#include <sqlite3.h>

namespace store {

bool Failure::storage_is_full() const {
    const int primary = code_ & 0xFF;
    return primary == SQLITE_FULL || primary == SQLITE_IOERR || primary == SQLITE_READONLY ||
           primary == SQLITE_CANTOPEN;
}

bool Failure::is_constraint() const {
    return (code_ & 0xFF) == SQLITE_CONSTRAINT;
}

void throw_failure(sqlite3* connection, int code, const std::string& doing) {
    const char* reason = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    throw Failure(connection ? sqlite3_extended_errcode(connection) : code, doing + ": " + reason);
}

} // namespace store
