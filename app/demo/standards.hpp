// The standards of the demonstration, from the first idea to what Centers say of them.
#pragma once

#include "app/demo/people.hpp"
#include "base/random.hpp"
#include "standards/ballots/ballot_keys.hpp"

namespace app {

/// Reads standards/*.md in the order of their names, so that numbers are given in that order.
void load_standards(store::Writer& db, const std::filesystem::path& content, const People& people,
                    const standards::BallotKeys& keys, const base::Random& random, base::Time now);

} // namespace app
