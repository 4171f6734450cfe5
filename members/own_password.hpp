// The password once more, where an open browser must not be enough: before a new password, before a new
// token.
#pragma once

#include "members/services.hpp"
#include "site/context.hpp"

namespace members {

/// Whether the form's field "current_password" holds the viewer's password. Counted by member, apart from the
/// attempts to sign in, which anybody makes who knows the address. Fails with `invalid` at that field,
/// `too_many`, or `unavailable` when too many sign in.
base::Result<> check_own_password(const site::Context& c, const Services& services);

/// What to say at that field when it is another.
base::Problem not_your_password();

} // namespace members
