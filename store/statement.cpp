#include "store/statement.hpp"

#include "store/failure.hpp"

#include <sqlite3.h>

#include <limits>
#include <stdexcept>
#include <utility>

namespace store {
namespace {

void check_bind(sqlite3_stmt* handle, int code) {
    if (code != SQLITE_OK) throw_failure(sqlite3_db_handle(handle), code, "binding a value");
}

} // namespace

Statement::Statement(sqlite3* connection, std::string_view sql) {
    const int code = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle_, nullptr);
    if (code != SQLITE_OK) throw_failure(connection, code, "preparing «" + std::string(sql) + "»");
}

Statement::~Statement() {
    sqlite3_finalize(handle_);
}

Statement::Statement(Statement&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
}

void Statement::bind(int place, std::nullptr_t) {
    check_bind(handle_, sqlite3_bind_null(handle_, place));
}

void Statement::bind(int place, std::int64_t value) {
    check_bind(handle_, sqlite3_bind_int64(handle_, place, value));
}

void Statement::bind(int place, double value) {
    check_bind(handle_, sqlite3_bind_double(handle_, place, value));
}

void Statement::bind(int place, std::string_view value) {
    const char* data = value.data() ? value.data() : ""; // a null pointer would bind NULL
    check_bind(handle_, sqlite3_bind_text64(handle_, place, data, value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

bool Statement::step() {
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    throw_failure(sqlite3_db_handle(handle_), code, std::string("running «") + sqlite3_sql(handle_) + "»");
}

void Statement::reset() noexcept {
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
}

int Statement::columns() const {
    return sqlite3_column_count(handle_);
}

int Statement::parameters() const {
    return sqlite3_bind_parameter_count(handle_);
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

void Statement::refuse(int column, const char* why) const {
    throw std::logic_error(std::string("column ") + sqlite3_column_name(handle_, column) + " holds " + why +
                           " in «" + sqlite3_sql(handle_) + "»");
}

void Statement::read(int column, std::int64_t& out) const {
    out = sqlite3_column_int64(handle_, column);
    if (out == 0 && is_null(column)) refuse(column, "NULL");
}

void Statement::read(int column, double& out) const {
    if (is_null(column)) refuse(column, "NULL");
    out = sqlite3_column_double(handle_, column);
}

void Statement::read(int column, std::string& out) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    if (!text) refuse(column, "NULL");
    out.assign(text, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)));
}

void Statement::read(int column, bool& out) const {
    std::int64_t value = 0;
    read(column, value);
    out = value != 0;
}

void Statement::read(int column, int& out) const {
    std::int64_t value = 0;
    read(column, value);
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max())
        refuse(column, "a number too large");
    out = static_cast<int>(value);
}

void Statement::read(int column, base::Time& out) const {
    std::int64_t value = 0;
    read(column, value);
    out = base::Time(std::chrono::seconds(value));
}

} // namespace store
