// The folder that holds everything of one installation: cohort.db and a lock that keeps a second server out.
#pragma once

#include "store/database.hpp"

#include <filesystem>
#include <memory>

namespace app {

/// The data file inside the folder.
std::filesystem::path data_file(const std::filesystem::path& folder);

/// Throws std::runtime_error, which says how to begin, when the folder holds no data yet.
void require_data(const std::filesystem::path& folder);

/// Opens the folder's data for a command that runs beside a server. Throws std::runtime_error when there is
/// none yet.
std::unique_ptr<store::Database> open_data(const std::filesystem::path& folder);
/// The same, but makes the folder and the file where they are missing.
std::unique_ptr<store::Database> open_or_make_data(const std::filesystem::path& folder);

/// Gives a file that root made to the folder's owner, so that the service of that user can write it; anybody
/// else's call does nothing. Throws std::system_error.
void hand_over(const std::filesystem::path& folder);

/// Held while a server runs on the folder.
class ServerLock {
  public:
    /// Throws std::runtime_error when another server holds it.
    explicit ServerLock(const std::filesystem::path& folder);
    ~ServerLock();
    ServerLock(const ServerLock&) = delete;
    ServerLock& operator=(const ServerLock&) = delete;

  private:
    int file_;
};

} // namespace app
