// Canonical JSON (RFC 8785): one spelling for one value, so that its SHA-256 can be worked out again by
// anybody. Of numbers it takes only integers that every reader of JSON keeps exactly (RFC 7493: within 2^53 -
// 1).
#pragma once

#include <boost/json/fwd.hpp>

#include <optional>
#include <string>

namespace standards {

/// The value in canonical form; nothing when it holds a number that is no such integer.
std::optional<std::string> canonical_json(const boost::json::value& value);
/// The same for what the program made itself, where anything but an integer is our mistake (throws).
std::string canonical_json(const boost::json::object& object);

/// Reads a text that must be in canonical form, arrays and objects at most 32 deep, no member twice; nothing
/// when it is not.
std::optional<boost::json::value> parse_canonical(std::string_view text);

} // namespace standards
