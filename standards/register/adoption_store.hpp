// The SQL of what Centers say about how far they are with a standard. What this gives is for the Center's own
// people alone, unless it shares; totals are for everybody from five Centers up.
#pragma once

#include "standards/register/register.hpp"

#include <string>
#include <vector>

namespace standards {

void put_adoption(store::Writer& db, CenterId center, StandardId standard, const ClauseAdoption& adoption,
                  MemberId by, base::Time at);
void set_shared(store::Writer& db, CenterId center, StandardId standard, bool shared, base::Time at);
bool is_shared(store::Reader& db, CenterId center, StandardId standard);
/// When the Center last said something of the standard.
std::optional<base::Time> last_adoption(store::Reader& db, CenterId center, StandardId standard);

/// A Center that shares, with how many clauses stand where.
struct SharedAdoption {
    std::string slug;
    std::string name;
    int met;
    int in_progress;
    int not_yet;
    int not_applicable;
};
std::vector<SharedAdoption> shared_adoptions(store::Reader& db, StandardId standard);

/// The numbers of the standards that the Center said something of, with the clauses that it meets.
struct AdoptedByCenter {
    StandardId standard;
    int met;
    int said;
};
std::vector<AdoptedByCenter> adoptions_of_center(store::Reader& db, CenterId center);

} // namespace standards
