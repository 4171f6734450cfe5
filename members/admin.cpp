#include "members/admin.hpp"

#include "members/invitations.hpp"
#include "members/member_store.hpp"
#include "members/passwords.hpp"
#include "members/second_step/second_step.hpp"
#include "members/sessions.hpp"
#include "members/tokens.hpp"

namespace members {
namespace {

struct Wish {
    std::string email;
    std::string name;
    std::string center;
    std::string password_hash;
    OldSecondStep second_step;
};

base::Result<> promote(store::Writer& db, base::MemberId member, const Wish& wish, base::Time now) {
    const auto profile = read_profile(db, member);
    set_account(db, member, site::Role::administrator, profile->center, std::nullopt);
    set_password_hash(db, member, wish.password_hash);
    end_sessions(db, member, "");
    revoke_password_links(db, member, now);
    audit(db, {}, "made an administrator", profile->handle, "from the command line", now);
    if (wish.second_step == OldSecondStep::turn_off && turn_off(db, member))
        audit(db, {}, "turned off a second step", profile->handle, "from the command line", now);
    return {};
}

base::Result<> add(store::Writer& db, const Wish& wish, base::Time now) {
    std::optional<base::CenterId> center;
    if (!wish.center.empty()) {
        center = find_center(db, wish.center);
        if (!center) return base::fail_field("center", "There is no Center \"" + wish.center + "\".");
    }
    const auto added = add_member(db,
                                  {.email = wish.email,
                                   .name = wish.name,
                                   .center = center,
                                   .role = site::Role::administrator,
                                   .password_hash = wish.password_hash},
                                  now);
    if (!added) return base::fail(added.error());
    audit(db, {}, "made an administrator", read_profile(db, *added)->handle, "from the command line", now);
    return {};
}

} // namespace

base::Result<> make_administrator(store::Database& database, const base::Random& random,
                                  std::string_view email, std::string_view name, std::string_view center,
                                  std::string_view password, base::Time now, OldSecondStep second_step) {
    if (auto sound = check_password(password, name, email); !sound) return sound;
    const Wish wish{std::string(email), std::string(name), std::string(center),
                    hash_password(password, random), second_step};
    return database.write([&](store::Writer& db) -> base::Result<> {
        const auto member = find_by_email(db, wish.email);
        return member ? promote(db, *member, wish, now) : add(db, wish, now);
    });
}

base::Result<std::string> make_token(store::Database& database, const base::Random& random,
                                     std::string_view email, std::string_view scopes, int days,
                                     base::Time now) {
    const auto parsed = parse_scopes(scopes);
    if (!parsed) return base::fail_field("scopes", "The scopes are read, write and admin, parted by commas.");
    return database.write([&](store::Writer& db) -> base::Result<std::string> {
        const auto member = find_credentials(db, email);
        if (!member) return base::fail_field("email", "There is no open account with this e-mail address.");
        auto token = add_token(db, random, member->id,
                               {.name = "from the command line", .scopes = *parsed, .days = days}, now);
        if (token) audit(db, {}, "made a token", member->email, std::string(scopes), now);
        return token;
    });
}

} // namespace members
