// What forms here offer to choose from.
#pragma once

#include "site/parts.hpp"
#include "store/reader.hpp"

#include <string_view>
#include <vector>

namespace members {

/// The zones of the states and territories, and `current` where it is another.
std::vector<parts::Option> zone_options(std::string_view current);
/// Every Center by its slug.
std::vector<parts::Option> center_options(store::Reader& db);
std::vector<parts::Option> role_options();
/// "Member", "Coach", "Steward", "Administrator"
std::string_view role_words(site::Role role);

} // namespace members
