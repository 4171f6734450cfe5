// The words that pages use for what the database calls by short names.
#pragma once

#include "site/parts/marks.hpp"
#include "standards/ballots/tally.hpp"
#include "standards/model.hpp"

#include <string_view>

namespace standards {

/// "In force", "Superseded", "Retired"
std::string_view words_for(StandardStatus status);
parts::Tone tone_of(StandardStatus status);
/// "Met", "In progress", "Not yet", "Not applicable"
std::string_view words_for(AdoptionStatus status);
parts::Tone tone_of(AdoptionStatus status);

} // namespace standards
