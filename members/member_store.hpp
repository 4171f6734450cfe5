// Members in full: the profile, what sign-in needs, and what an administrator may change.
#pragma once

#include "members/members.hpp"
#include "server/fields.hpp"

namespace members {

struct Profile {
    base::MemberId id;
    std::string handle;
    std::string email;
    std::string name;
    std::string title;
    std::string about;
    site::Role role;
    std::string zone;
    std::optional<base::CenterId> center;
    std::optional<std::string> center_slug;
    std::optional<std::string> center_name;
    std::optional<std::string> state;
    std::optional<std::int64_t> registered_voters;
    base::Time created;
    std::optional<base::Time> closed;
};
std::optional<Profile> read_profile(store::Reader& db, base::MemberId member);
std::optional<Profile> read_profile(store::Reader& db, std::string_view handle);
/// The time zone of a colleague in that Center; nothing while nobody is there.
std::optional<std::string> zone_of_center(store::Reader& db, base::CenterId center);

/// Complains at "name" when people would take it for another's: it looks like somebody's but is written with
/// characters that not every keyboard has, or it looks like that of somebody of the staff, in whatever case.
/// Members who have one name may both keep it: their Centers stand beside it. `self` is left out; {} for
/// somebody new.
void check_name_apart(server::Complaints& complaints, store::Reader& db, std::string_view name,
                      base::MemberId self);

/// What members change about themselves.
struct ProfileChange {
    std::string name;
    std::string title;
    std::string about;
    std::string zone;
};
/// Fails with `invalid` at the field that is wrong; a new name must stand apart. The handle stays.
base::Result<> change_profile(store::Writer& db, base::MemberId member, const ProfileChange& change);

/// What sign-in needs to know about somebody whose account is open.
struct Credentials {
    base::MemberId id;
    std::string password_hash;
    std::string name;
    std::string email;
};
std::optional<Credentials> find_credentials(store::Reader& db, std::string_view email);
std::optional<Credentials> find_credentials(store::Reader& db, base::MemberId member);
/// Whether the account is open still and its password the same: hashing one takes so long that either may
/// have changed since the credentials were read.
bool still_hold(store::Reader& db, const Credentials& credentials);
void set_password_hash(store::Writer& db, base::MemberId member, std::string_view password_hash);

/// Role, Center and when the account was closed; accounts.hpp has the rules.
void set_account(store::Writer& db, base::MemberId member, site::Role role,
                 std::optional<base::CenterId> center, std::optional<base::Time> closed);
std::int64_t open_administrators(store::Reader& db);

} // namespace members
