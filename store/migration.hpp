// The schema grows by numbered steps; each runs once, in one transaction, and is remembered with its
// checksum.
#pragma once

#include <span>
#include <string_view>

namespace store {

class Connection;

struct Migration {
    int number;
    std::string_view name;
    std::string_view sql;
};

/// Brings the file to the newest schema. Throws std::runtime_error with a plain sentence when the file was
/// made by a newer program, or when a step that already ran is no longer the same text.
void migrate(Connection& connection, std::span<const Migration> steps);

} // namespace store
