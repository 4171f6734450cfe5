// Fills an empty data folder with the content of demo/, through the same functions that members' acts go
// through.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "store/database.hpp"

#include <filesystem>
#include <string_view>

namespace app {

/// Everybody of the demonstration signs in with it.
constexpr std::string_view demo_password = "every vote counts";

/// Loads centers.toml, people.toml, pages/, threads/ and standards/ of that folder. Throws std::runtime_error
/// naming the file and what is wrong in it; then nothing is kept.
void load_demo(store::Database& database, const std::filesystem::path& content, base::Time now,
               const base::Random& random);

} // namespace app
