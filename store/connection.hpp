// One open connection with its prepared statements. Readers and the writer stand on it; nobody else needs it.
#pragma once

#include "store/catalogue.hpp"
#include "store/statement.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

struct sqlite3;

namespace store {

enum class Access { read, write };

class Connection {
  public:
    /// Opens the file (made when missing, for writing only) with the settings that the program relies on.
    /// Throws Failure.
    Connection(const std::filesystem::path& file, Access access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// The prepared form of an enrolled statement, made at its first use.
    Statement& statement(std::size_t number);
    /// Runs a prepared statement that takes nothing and gives nothing: BEGIN, COMMIT, SAVEPOINT.
    template <base::Literal sql> void run() { run(statement(Enrolled<sql>::number)); }
    /// Runs SQL of several statements without results: migrations, PRAGMA.
    void execute(const std::string& sql);
    /// Brings the write-ahead log into the file and empties it, waiting that long for those who still read in
    /// it; false when they did not end, or the disk refused. For the writer.
    bool empty_log(std::chrono::milliseconds patience);
    /// Rows changed by the last statement.
    [[nodiscard]] int changes() const;
    [[nodiscard]] std::int64_t last_insert() const;
    /// Whether a transaction is open; a severe failure may have ended it.
    [[nodiscard]] bool in_transaction() const;
    [[nodiscard]] sqlite3* handle() const { return handle_; }

  private:
    static void run(Statement& statement);

    sqlite3* handle_ = nullptr;
    std::vector<Statement> statements_;
};

} // namespace store
