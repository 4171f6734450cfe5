// A copy of the data file that is whole at one moment, made while the program runs.
#pragma once

#include <filesystem>

namespace store {

class Connection;

/// Writes a consistent, compacted copy (VACUUM INTO) and makes it durable. `target` must not exist yet.
/// Throws Failure or std::runtime_error; an unfinished copy is removed.
void backup(Connection& from, const std::filesystem::path& target);

} // namespace store
