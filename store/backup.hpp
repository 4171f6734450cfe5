// A copy of the data file that is whole at one moment, made while the program runs.
#pragma once

#include <filesystem>

namespace store {

/// Writes a consistent, compacted copy (VACUUM INTO) of a data file and makes it durable. `target` must not
/// exist yet. Throws Failure or std::runtime_error; an unfinished copy is removed.
void backup(const std::filesystem::path& from, const std::filesystem::path& target);

} // namespace store
