// Accounts from the command line, for whoever has the machine: the first administrator, tokens for scripts.
#pragma once

#include "base/problem.hpp"
#include "base/random.hpp"
#include "store/database.hpp"

#include <string>
#include <string_view>

namespace members {

/// What becomes of the second step of somebody who has one.
enum class OldSecondStep { keep, turn_off };

/// Makes an administrator, or makes one of the member who has that address, with a new password (so that an
/// office that locked itself out gets in again). `center` is the slug of a Center, or "" for the program's
/// staff. Fails with `invalid`.
base::Result<> make_administrator(store::Database& database, const base::Random& random,
                                  std::string_view email, std::string_view name, std::string_view center,
                                  std::string_view password, base::Time now,
                                  OldSecondStep second_step = OldSecondStep::keep);

/// A bearer token for the member with that address; `scopes` is "read,write,admin" or a part of it. Fails
/// with `invalid`.
base::Result<std::string> make_token(store::Database& database, const base::Random& random,
                                     std::string_view email, std::string_view scopes, int days,
                                     base::Time now);

} // namespace members
