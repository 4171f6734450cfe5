// What administrators change about accounts, Centers and delegates, each act in the audit log.
#pragma once

#include "members/member_store.hpp"

namespace members {

/// Role, Center and whether the account is open, for a form to carry along; without a blank, by
/// which kept forms know what people wrote.
std::string standing_of(const Profile& profile);

struct AccountChange {
    site::Role role;
    std::optional<base::CenterId> center; // nothing: program staff
    bool is_open;
    std::string seen{}; // standing_of the account that this was decided on; "": whatever it is by now
};
/// A Center whose delegate is gone.
struct PassedSeat {
    std::string center;                  // its name
    std::optional<std::string> delegate; // the name of who was next on the list; nothing: nobody was
};
/// Changes role and Center, closes or reopens. Closing ends sessions, tokens and links for a new password;
/// who leaves a Center leaves its list of delegates; invitations that the member may not make any more end.
/// Gives the Center that has lost its delegate by this, if one has. Fails with `not_allowed`, `not_found`,
/// `conflict` where the account is not as it was seen, or `invalid` at "role", "center" or "open": the last
/// administrator stays one, and nobody closes the own account.
base::Result<std::optional<PassedSeat>> change_account(store::Writer& db, const site::Viewer& viewer,
                                                       base::MemberId member, const AccountChange& change,
                                                       base::Time now);

/// Turns somebody else's second step off and signs them out everywhere. Fails with `not_allowed`,
/// `not_found`, or `conflict` where it is off already.
base::Result<> reset_second_step(store::Writer& db, const site::Viewer& viewer, base::MemberId member,
                                 base::Time now);

/// set_delegates by a steward or administrator. Who is delegate no more leaves no open invitation behind.
base::Result<> name_delegates(store::Writer& db, const site::Viewer& viewer, base::CenterId center,
                              const std::vector<base::MemberId>& ranked, base::Time now);

/// add_center by an administrator.
base::Result<base::CenterId> create_center(store::Writer& db, const site::Viewer& viewer,
                                           const NewCenter& center, base::Time now);
/// change_center by an administrator.
base::Result<> edit_center(store::Writer& db, const site::Viewer& viewer, base::CenterId center,
                           const NewCenter& facts, base::Time now);

} // namespace members
