// English words cut to their stem, so that "sealing", "sealed" and "seals" are one word to the index: M. F.
// Porter, "An algorithm for suffix stripping", Program 14 (1980), with the author's two later changes (bli,
// logi).
#pragma once

#include <string>
#include <string_view>

namespace search {

/// The stem of a folded word. Words with anything but a to z in them, and those of one or two letters, stay.
std::string stem(std::string_view word);

} // namespace search
