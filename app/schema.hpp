// The numbered steps of schema/, which the program carries in itself.
#pragma once

#include "store/migration.hpp"

#include <span>

namespace app {

std::span<const store::Migration> migrations();

} // namespace app
