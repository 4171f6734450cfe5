// The conversations of the demonstration.
#pragma once

#include "app/demo/people.hpp"

namespace app {

/// Reads threads/*.md in the order of their names, so that #N in a text is file N.
void load_threads(store::Writer& db, const std::filesystem::path& content, const People& people,
                  base::Time now);

} // namespace app
