// What every import does with a version of a text: it is rendered ahead, and many are then written at once.
#pragma once

#include "base/text.hpp"
#include "revisions/revisions.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace app {

/// A version that only waits to be written.
struct ReadyText {
    revisions::Prepared text;
    revisions::Author author;
};

/// So many are rendered ahead and then written at once: enough to be quick, few enough that a running
/// server's own writes hardly wait. A page's versions are longer than posts.
constexpr std::size_t posts_a_job = 100;
constexpr std::size_t page_versions_a_job = 40;

/// The first line's worth of what somebody wrote about a change.
inline std::string short_summary(std::string_view summary) {
    constexpr std::size_t longest = 300;
    return std::string(base::truncate(base::clean_line(summary), longest));
}

} // namespace app
