// Who may do what with adopted standards: pure functions, asked by the acts and by the views that show their
// buttons.
#pragma once

#include "site/viewer.hpp"
#include "standards/model.hpp"

namespace standards {

/// Stewards, while it is in force.
bool may_retire(const site::Viewer& viewer, StandardStatus status);
/// Every member and the staff: a standard belongs to all offices.
bool may_revise(const site::Viewer& viewer, StandardStatus status);
/// Whoever belongs to a Center, for that Center alone. Staff belong to none.
bool may_adopt(const site::Viewer& viewer);

} // namespace standards
