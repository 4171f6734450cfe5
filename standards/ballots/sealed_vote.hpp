// A secret vote as it is kept while its ballot is open: encrypted under the ballot's key, every one of the
// same length, so that not even the length of a reason can be seen.
#pragma once

#include "standards/ballots/ballots.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace standards {

/// The vote of that seat as base64url. `reason` must have at most `most_reason` code points.
std::string seal_vote(std::string_view key, BallotId ballot, std::int64_t seat, const Vote& vote,
                      const base::Random& random);
/// Nothing where the key is another, or the vote is of another seat or was changed.
std::optional<Vote> unseal_vote(std::string_view key, BallotId ballot, std::int64_t seat,
                                std::string_view sealed);

/// What the voter finds the own vote by, 32 hexadecimal digits: nobody can make it again without the key.
std::string tracker_of(std::string_view key, BallotId ballot, std::int64_t seat);

} // namespace standards
