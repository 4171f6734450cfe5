// Asking for the second step's code, at sign-in and again where an open browser must not be enough.
#pragma once

#include "members/services.hpp"
#include "site/context.hpp"

#include <string_view>

namespace members {

enum class Proof { app, recovery_code };

/// Takes what stands in the form's field `field`: a code of the member's app, or a recovery code, either of
/// which is worth nothing afterwards. `handle` is for the log. Fails with `invalid` at that field,
/// `too_many`, or `unavailable` when too many codes are being checked.
base::Result<Proof> take_code(site::Context& c, const Services& services, base::MemberId member,
                              std::string_view handle, std::string_view field);

} // namespace members
