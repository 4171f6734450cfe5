// The best-practice pages of the demonstration, with every revision.
#pragma once

#include "app/demo/people.hpp"

namespace app {

/// Reads pages/SLUG/1.md, 2.md …
void load_pages(store::Writer& db, const std::filesystem::path& content, const People& people,
                base::Time now);

} // namespace app
