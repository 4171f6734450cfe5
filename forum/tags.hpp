// What a tag may look like.
#pragma once

#include "server/fields.hpp"

#include <string>
#include <vector>

namespace forum {

/// As typed, made into slug form, each once, in the order given: "Drop box, drop-box" gives "drop-box".
std::vector<std::string> tidy_tags(const std::vector<std::string>& typed);
/// Complains at `tags` about too many, too long, or not in slug form.
void check_tags(server::Complaints& complaints, const std::vector<std::string>& tags);

} // namespace forum
