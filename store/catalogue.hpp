// The list of all SQL in the program. A statement enrols itself before main(), whether or not it is ever run,
// so that a test can prepare each against the schema, and each connection can keep its prepared statements in
// a plain vector.
#pragma once

#include "base/literal.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace store {

/// Every enrolled statement; its place is its number.
const std::vector<std::string_view>& catalogue();

/// Adds a statement and gives its number. Called before main() only, so it needs no lock.
std::size_t enrol(std::string_view sql);

template <base::Literal sql> struct Enrolled {
    static inline const std::size_t number = enrol(sql.view());
};

} // namespace store
