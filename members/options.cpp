#include "members/options.hpp"

#include "members/center_store.hpp"

#include <algorithm>
#include <array>

namespace members {
namespace {

constexpr auto zones = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"America/New_York", "Eastern"},
    {"America/Chicago", "Central"},
    {"America/Denver", "Mountain"},
    {"America/Phoenix", "Mountain, without daylight saving (Arizona)"},
    {"America/Los_Angeles", "Pacific"},
    {"America/Anchorage", "Alaska"},
    {"America/Adak", "Aleutian Islands"},
    {"Pacific/Honolulu", "Hawaii"},
    {"America/Puerto_Rico", "Atlantic (Puerto Rico, Virgin Islands)"},
    {"Pacific/Guam", "Chamorro (Guam, Northern Mariana Islands)"},
    {"Pacific/Pago_Pago", "Samoa"},
    {"UTC", "UTC"},
});

} // namespace

std::vector<parts::Option> zone_options(std::string_view current) {
    std::vector<parts::Option> options;
    for (const auto& [zone, words] : zones)
        options.push_back({std::string(zone), std::string(words)});
    const bool is_listed =
        std::ranges::any_of(zones, [&](const auto& zone) { return zone.first == current; });
    if (!is_listed && !current.empty()) options.push_back({std::string(current), std::string(current)});
    return options;
}

std::vector<parts::Option> center_options(store::Reader& db) {
    std::vector<parts::Option> options;
    for (const auto& center : center_names(db))
        options.push_back({center.slug, center.name + ", " + center.state});
    return options;
}

std::vector<parts::Option> role_options() {
    return {
        {"member", "Member", "Works in a Center."},
        {"coach", "Coach", "Answers questions and helps Centers, for the program."},
        {"steward", "Steward", "Tends the pages and moderates."},
        {"administrator", "Administrator", "Runs accounts and the installation."},
    };
}

std::string_view role_words(site::Role role) {
    switch (role) {
    case site::Role::member: return "Member";
    case site::Role::coach: return "Coach";
    case site::Role::steward: return "Steward";
    case site::Role::administrator: return "Administrator";
    }
    return "";
}

} // namespace members
