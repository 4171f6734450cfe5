// Who may do what to revisions, whatever text they belong to.
#pragma once

#include "site/viewer.hpp"

namespace revisions {

/// Emptying a revision for good: a home address, a voter's name.
inline bool may_redact(const site::Viewer& viewer) {
    return viewer.is_steward();
}

} // namespace revisions
