// What breaks underneath: the disk, the file, a statement that is wrong. Thrown, caught once at the top,
// shown as a calm page.
#pragma once

#include <stdexcept>
#include <string>

struct sqlite3;

namespace store {

class Failure : public std::runtime_error {
  public:
    Failure(int code, const std::string& what) : std::runtime_error(what), code_(code) {}

    /// SQLite's extended result code (https://www.sqlite.org/rescode.html).
    [[nodiscard]] int code() const { return code_; }
    /// The disk is full or cannot be written: what was asked is not kept, and may be asked again later.
    [[nodiscard]] bool storage_is_full() const;
    /// Another process holds the file longer than anybody waits: nothing was changed, and later it may be.
    [[nodiscard]] bool is_busy() const;
    /// The file is not what SQLite wrote: somebody or something else changed it.
    [[nodiscard]] bool is_damage() const;
    /// A UNIQUE, CHECK, NOT NULL or foreign key rule of the schema refused it.
    [[nodiscard]] bool is_constraint() const;

  private:
    int code_;
};

/// Throws the connection's last failure; `doing` says what was attempted.
[[noreturn]] void throw_failure(sqlite3* connection, int code, const std::string& doing);

} // namespace store
