// What a Center's and a member's facts must look like, wherever they come from: a form, the API, an import,
// the command line. Pure functions; whether something is taken is the store's to say.
#pragma once

#include "members/members.hpp"
#include "server/fields.hpp"

namespace members {

/// Trims, and puts into lower case: the form in which addresses are kept and compared.
std::string tidy_email(std::string_view email);

/// Complains at the fields "name", "slug", "jurisdiction", "state", "registered_voters", "equipment".
void check_center(server::Complaints& complaints, const NewCenter& center);
/// Complains at "name", "title", "about", "zone".
void check_profile(server::Complaints& complaints, std::string_view name, std::string_view title,
                   std::string_view about, std::string_view zone);
/// Complains at "email" when it cannot be an address for mail. Expects it tidied.
void check_email(server::Complaints& complaints, std::string_view email);

} // namespace members
