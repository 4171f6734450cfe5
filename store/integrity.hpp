// SQLite's own checks of a data file.
#pragma once

#include <string>
#include <vector>

namespace store {

class Connection;

/// What PRAGMA integrity_check and foreign_key_check find, a sentence each; empty is good.
std::vector<std::string> integrity_faults(Connection& connection);

} // namespace store
