// The SQL of standards and their versions.
#pragma once

#include "standards/register/register.hpp"

#include <string>
#include <string_view>

namespace standards {

/// A new number of that year: "CE-2027-01" is followed by "CE-2027-02".
StandardId add_standard(store::Writer& db, int year);
struct NewVersion {
    StandardId standard;
    int version;
    ProposalId proposal;
    BallotId ballot;
    int revision;
    std::string title;
    base::Time adopted_at;
    base::Time review_by;
};
void add_version(store::Writer& db, const NewVersion& version);
/// The version adopted last; 0 where there is none yet.
int newest_version(store::Reader& db, StandardId standard);
/// Ends a standard that is in force: without a replacement it is retired, else superseded.
void set_ended(store::Writer& db, StandardId standard, const std::optional<StandardId>& replaced_by,
               const std::string& reason, base::Time at);
/// Puts a standard that was superseded or retired into force again: by a new version of it.
void set_in_force(store::Writer& db, StandardId standard);

/// The newest version; nothing for a number that does not exist.
std::optional<StandardVersion> find_standard(store::Reader& db, StandardId standard);
/// The numbers that this one took the place of.
std::vector<std::string> numbers_replaced_by(store::Reader& db, StandardId standard);
/// The versions adopted last, of whichever standard.
std::vector<StandardVersion> latest_versions(store::Reader& db, int limit);
/// The revision of this standard that is in the making, if there is one.
std::optional<ProposalId> open_revision_of(store::Reader& db, StandardId standard);
/// What [[slug]] is called in the practices.
std::optional<std::string> practice_title(store::Reader& db, std::string_view slug);

} // namespace standards
