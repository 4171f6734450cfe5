// A standard in the search index, found by its number, its title and its clauses.
#pragma once

#include "standards/register/register.hpp"

#include <string>

namespace standards {

/// "CE-2027-01, version 2"
std::string name_of(const StandardVersion& version);
/// Puts the newest version of a standard into the index.
void index_standard(store::Writer& db, const StandardVersion& newest);

} // namespace standards
