#include "members/members.hpp"

namespace members {

std::string_view size_band(std::int64_t registered_voters) {
    if (registered_voters < 5'000) return "under 5,000 voters";
    if (registered_voters < 25'000) return "5,000 to 24,999 voters";
    if (registered_voters < 100'000) return "25,000 to 99,999 voters";
    if (registered_voters < 250'000) return "100,000 to 249,999 voters";
    if (registered_voters < 1'000'000) return "250,000 to 999,999 voters";
    return "a million voters or more";
}

} // namespace members
