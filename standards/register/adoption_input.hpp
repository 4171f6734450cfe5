// What a Center says of a standard's clauses, read from a form or from JSON: status_c1, note_c1, evidence_c1,
// and whether it is shared.
#pragma once

#include "server/fields.hpp"
#include "standards/register/register.hpp"

namespace standards {

struct AdoptionInput {
    std::vector<ClauseAdoption> clauses;
    std::optional<bool> shared; // nothing: not said
};
/// Reads the fields of the text's clauses; a clause whose status is not named is left as it is.
base::Result<AdoptionInput> read_adoption(const server::Fields& fields, const ProposalText& text);

} // namespace standards
