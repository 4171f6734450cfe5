#include "members/checks.hpp"

#include "base/clock.hpp"
#include "base/text.hpp"
#include "members/states.hpp"

#include <algorithm>

namespace members {
namespace {

/// For fields that may stay empty.
void check_most(server::Complaints& complaints, std::string_view field, std::string_view what,
                std::string_view text, std::size_t most) {
    if (!text.empty()) complaints.check_length(field, what, text, most);
}

bool is_address_letter(char c) {
    return static_cast<unsigned char>(c) > ' ' && c != 0x7f &&
           std::string_view("<>()[]\\,;:\"@").find(c) == std::string_view::npos;
}

} // namespace

std::string tidy_email(std::string_view email) {
    return base::ascii_lower(base::clean_line(email));
}

void check_center(server::Complaints& complaints, const NewCenter& center) {
    complaints.check_length("name", "The name of the Center", center.name, 120);
    check_most(complaints, "jurisdiction", "The jurisdiction", center.jurisdiction, 120);
    check_most(complaints, "equipment", "The equipment", center.equipment, 2'000);
    if (state_name(center.state).empty())
        complaints.add("state", "Give the state as its two-letter code, such as OH.");
    if (center.registered_voters < 0 || center.registered_voters > 50'000'000)
        complaints.add("registered_voters", "Give the number of registered voters, from 0 to 50,000,000.");
    // An address of digits alone stands for the Center's number (author lines link so).
    if (!center.slug.empty() && (!base::is_slug(center.slug) || base::parse_int(center.slug)))
        complaints.add("slug", "Use small letters, digits and single hyphens, with at least one letter.");
}

void check_profile(server::Complaints& complaints, std::string_view name, std::string_view title,
                   std::string_view about, std::string_view zone) {
    complaints.check_length("name", "The name", name, 100);
    check_most(complaints, "title", "The title", title, 100);
    check_most(complaints, "about", "What you say about yourself", about, 2'000);
    if (!base::is_zone(zone)) complaints.add("zone", "Choose a time zone of the list.");
}

void check_email(server::Complaints& complaints, std::string_view email) {
    const auto at = email.find('@');
    const bool sound = at != std::string_view::npos && at > 0 && at + 1 < email.size() &&
                       email.size() <= 254 && std::ranges::all_of(email.substr(0, at), is_address_letter) &&
                       std::ranges::all_of(email.substr(at + 1), is_address_letter);
    if (!sound) complaints.add("email", "Give an e-mail address such as name@example.org.");
}

} // namespace members
