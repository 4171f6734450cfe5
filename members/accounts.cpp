#include "members/accounts.hpp"

#include "base/text.hpp"
#include "members/center_store.hpp"
#include "members/invitations.hpp"
#include "members/may.hpp"
#include "members/member_store.hpp"
#include "members/second_step/second_step.hpp"
#include "members/sessions.hpp"
#include "members/tokens.hpp"
#include "server/fields.hpp"

namespace members {
namespace {

using base::ProblemKind;

tl::unexpected<base::Problem> for_administrators() {
    return base::fail(ProblemKind::not_allowed, "Administrators can do this.");
}

void check(server::Complaints& complaints, store::Reader& db, const site::Viewer& viewer,
           const Profile& profile, const AccountChange& change) {
    if (change.center && !read_center(db, *change.center))
        complaints.add("center", "Choose a Center of the list.");
    const bool stays = change.is_open && change.role == site::Role::administrator;
    if (!stays && profile.role == site::Role::administrator && !profile.closed &&
        open_administrators(db) == 1)
        complaints.add("role", "This is the last administrator: make somebody else one first.");
    if (!change.is_open && profile.id == viewer.id)
        complaints.add("open", "You cannot close your own account. Ask another administrator.");
}

std::string center_name(store::Reader& db, std::optional<base::CenterId> center) {
    const auto found = center ? read_center(db, *center) : std::nullopt;
    return found ? found->name : "program staff";
}

void audit_delegates(store::Writer& db, const site::Viewer& viewer, const Center& center, base::Time now) {
    std::vector<std::string> handles;
    for (const auto& delegate : delegates_of(db, center.id))
        handles.push_back(delegate.handle);
    audit(db, viewer.id, "named delegates", center.slug,
          handles.empty() ? "nobody" : base::join(handles, ", "), now);
}

/// Takes the member off the list of delegates, which may hand the Center's vote to the next one.
std::optional<PassedSeat> pass_seat(store::Writer& db, const site::Viewer& viewer, const Profile& profile,
                                    base::Time now) {
    const bool cast_the_vote = profile.center && is_delegate(db, profile.id, *profile.center);
    const auto left = leave_seat(db, profile.id);
    if (!left) return std::nullopt;
    const auto center = read_center(db, *left).value();
    audit_delegates(db, viewer, center, now);
    if (!cast_the_vote) return std::nullopt;
    PassedSeat passed{.center = center.name, .delegate = std::nullopt};
    if (const auto delegates = delegates_of(db, center.id); !delegates.empty())
        passed.delegate = delegates.front().name;
    return passed;
}

/// Takes away what an account must lose with this change.
std::optional<PassedSeat> take_away(store::Writer& db, const site::Viewer& viewer, const Profile& profile,
                                    const AccountChange& change, base::Time now) {
    if (!change.is_open) {
        end_sessions(db, profile.id, "");
        revoke_tokens(db, profile.id, now);
        revoke_password_links(db, profile.id, now);
    }
    if (change.is_open && change.center == profile.center) return std::nullopt;
    return pass_seat(db, viewer, profile, now);
}

void audit_changes(store::Writer& db, const site::Viewer& viewer, const Profile& profile,
                   const AccountChange& change, base::Time now) {
    const auto role = [](site::Role of) { return std::string(base::enum_text(of)); };
    if (change.role != profile.role)
        audit(db, viewer.id, "changed a role", profile.handle, role(profile.role) + " → " + role(change.role),
              now);
    if (change.center != profile.center)
        audit(db, viewer.id, "moved to another Center", profile.handle,
              center_name(db, profile.center) + " → " + center_name(db, change.center), now);
    if (change.is_open == profile.closed.has_value())
        audit(db, viewer.id, change.is_open ? "reopened an account" : "closed an account", profile.handle, "",
              now);
}

} // namespace

std::string standing_of(const Profile& profile) {
    return std::string(base::enum_text(profile.role)) + "," + profile.center_slug.value_or("") + "," +
           (profile.closed ? "closed" : "open");
}

base::Result<std::optional<PassedSeat>> change_account(store::Writer& db, const site::Viewer& viewer,
                                                       base::MemberId member, const AccountChange& change,
                                                       base::Time now) {
    if (!may_administer(viewer)) return for_administrators();
    const auto profile = read_profile(db, member);
    if (!profile) return base::fail(ProblemKind::not_found, "There is no such member.");
    if (!change.seen.empty() && change.seen != standing_of(*profile))
        return base::fail(ProblemKind::conflict,
                          "Somebody changed this account after you had opened the page. Nothing is saved. "
                          "Below it is as it stands now: choose again.");
    server::Complaints complaints;
    check(complaints, db, viewer, *profile, change);
    if (complaints.any()) return base::fail(complaints.problem());
    auto passed = take_away(db, viewer, *profile, change, now);
    std::optional<base::Time> closed;
    if (!change.is_open) closed = profile->closed.value_or(now);
    set_account(db, member, change.role, change.center, closed);
    revoke_beyond_rights(db, member, viewer.id, now);
    audit_changes(db, viewer, *profile, change, now);
    return passed;
}

base::Result<> reset_second_step(store::Writer& db, const site::Viewer& viewer, base::MemberId member,
                                 base::Time now) {
    if (!may_administer(viewer)) return for_administrators();
    const auto profile = read_profile(db, member);
    if (!profile) return base::fail(ProblemKind::not_found, "There is no such member.");
    if (member == viewer.id)
        return base::fail(ProblemKind::not_allowed, "Change your own second step in Settings.");
    if (!turn_off(db, member))
        return base::fail(ProblemKind::conflict, "This member has no second step to turn off.");
    end_sessions(db, member, "");
    audit(db, viewer.id, "turned off a second step", profile->handle, "", now);
    return {};
}

base::Result<> name_delegates(store::Writer& db, const site::Viewer& viewer, base::CenterId center,
                              const std::vector<base::MemberId>& ranked, base::Time now) {
    if (!may_name_delegates(viewer))
        return base::fail(ProblemKind::not_allowed, "Stewards and administrators can do this.");
    const auto found = read_center(db, center);
    if (!found) return base::fail(ProblemKind::not_found, "There is no such Center.");
    const auto before = delegates_of(db, center);
    if (auto set = set_delegates(db, center, ranked); !set) return set;
    for (const auto& delegate : before)
        revoke_beyond_rights(db, delegate.member, viewer.id, now);
    audit_delegates(db, viewer, *found, now);
    return {};
}

base::Result<base::CenterId> create_center(store::Writer& db, const site::Viewer& viewer,
                                           const NewCenter& center, base::Time now) {
    if (!may_edit_centers(viewer)) return for_administrators();
    auto added = add_center(db, center, now);
    if (added)
        audit(db, viewer.id, "added a Center", read_center(db, *added).value().slug,
              center.name + ", " + center.state, now);
    return added;
}

base::Result<> edit_center(store::Writer& db, const site::Viewer& viewer, base::CenterId center,
                           const NewCenter& facts, base::Time now) {
    if (!may_edit_centers(viewer)) return for_administrators();
    const auto before = read_center(db, center);
    if (!before) return base::fail(ProblemKind::not_found, "There is no such Center.");
    if (auto changed = change_center(db, center, facts); !changed) return changed;
    const auto words = [](const auto& of) {
        return of.name + "; " + of.jurisdiction + "; " + of.state + "; " +
               std::to_string(of.registered_voters) + " voters";
    };
    audit(db, viewer.id, "changed a Center", before->slug, words(*before) + " → " + words(facts), now);
    return {};
}

} // namespace members
