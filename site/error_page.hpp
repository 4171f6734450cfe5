// A problem, shown to a person: what is wrong, what to do, and the way back.
#pragma once

#include "site/context.hpp"

namespace site {

/// A calm page with the problem's status; fields that are wrong are listed. Shows back what a form held, in a
/// box to copy from, so that nothing typed is lost.
server::Response error_page(const Context& c, const base::Problem& problem);

} // namespace site
