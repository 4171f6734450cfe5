// How far a Center is with a standard: the sheet for its board, and the form behind it.
#pragma once

#include "site/layout.hpp"
#include "site/parts.hpp"
#include "standards/register/register.hpp"

#include <optional>
#include <string>
#include <vector>

namespace standards {

struct AdoptionPage {
    StandardVersion standard;
    ProposalText text;
    std::string center; // name
    std::vector<ClauseAdoption> said;
    bool shared = false;
    std::optional<base::Time> last{}; // when something was last said
};
/// The form's fields as they are now.
server::Fields fields_of(const AdoptionPage& page);
server::Response adoption_page(const site::Context& c, const AdoptionPage& page, const parts::State& state);

} // namespace standards
