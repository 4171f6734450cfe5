// Centers, members, categories and areas as rows of JSON: who and what the other files name.
#pragma once

#include "store/reader.hpp"

#include <filesystem>

namespace app {

/// Gives the number of members.
std::size_t export_people(store::Reader& db, const std::filesystem::path& folder);
void export_shelves(store::Reader& db, const std::filesystem::path& folder);

} // namespace app
