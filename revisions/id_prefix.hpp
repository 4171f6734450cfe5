// The ids inside rendered HTML, given the number of what they belong to once it has one.
#pragma once

#include <string>

namespace revisions {

/// The HTML with another prefix of its ids and of the links to them; nothing changes where `before` is "". A
/// quote begins nothing else: those that a member writes are escaped.
std::string with_prefix(std::string html, const std::string& before, const std::string& after);

} // namespace revisions
