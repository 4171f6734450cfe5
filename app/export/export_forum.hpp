// Threads, posts, their versions and votes as rows of JSON.
#pragma once

#include "store/reader.hpp"

#include <filesystem>

namespace app {

struct ExportedForum {
    std::size_t threads = 0;
    std::size_t posts = 0;
};

ExportedForum export_forum(store::Reader& db, const std::filesystem::path& folder);

} // namespace app
