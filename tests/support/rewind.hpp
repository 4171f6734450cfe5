// Puts a data file that is open back to how it was, between two requests of a test: much quicker than
// another world for each.
#pragma once

#include "store/connection.hpp"
#include "store/database.hpp"

#include <filesystem>
#include <memory>

namespace testing {

class Rewind {
  public:
    /// Remembers the data as they are now, the keys of open ballots with them.
    explicit Rewind(store::Database& database);

    /// Brings them back. Nobody else may be at the data.
    void back();

  private:
    store::Database& database_;
    std::filesystem::path kept_keys_;
    std::unique_ptr<store::Connection> kept_;
    std::unique_ptr<store::Connection> live_;
};

} // namespace testing
