// Who may do what with pages: pure functions, asked by the acts and by the views that show their buttons.
#pragma once

#include "site/viewer.hpp"
#include "wiki/model.hpp"

namespace wiki {

/// Everybody signed in: practice belongs to all offices.
bool may_create(const site::Viewer& viewer);
bool may_edit(const site::Viewer& viewer, const Page& page);
/// Rename, review, hand over: the owner and the stewards.
bool may_tend(const site::Viewer& viewer, const Page& page);
bool may_withdraw(const site::Viewer& viewer);
/// The history of a withdrawn page, to see what is brought back, or to remove words from it.
bool may_read_withdrawn(const site::Viewer& viewer);

} // namespace wiki
