// What the form and the API send for a change of stage.
#pragma once

#include "site/context.hpp"
#include "standards/proposals/proposals.hpp"

namespace standards {

/// Fields `to`, `reason`, and `consultation_closes`: a day, until 5 PM in the viewer's zone, or a time (RFC
/// 3339).
base::Result<StageChange> read_stage_change(const site::Context& c);

} // namespace standards
