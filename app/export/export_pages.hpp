// The best-practice pages as Markdown files, folder by practice area, in a Git repository with all their
// versions.
#pragma once

#include "store/reader.hpp"

#include <filesystem>

namespace app {

/// Gives the number of commits.
std::size_t export_pages(store::Reader& db, const std::filesystem::path& folder);

} // namespace app
