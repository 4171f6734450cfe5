#include "members/may.hpp"
#include "tests/support/test.hpp"

using members::Seat;
using site::Role;

namespace {

const base::CenterId own{1};
const base::CenterId other{2};

site::Viewer viewer(Role role, base::CenterId center = {}) {
    return {.id = base::MemberId{7}, .center = center, .role = role};
}

} // namespace

TEST_CASE("administrators invite everybody") {
    for (const auto role : base::all_values<Role>())
        CHECK(members::may_invite(viewer(Role::administrator), Seat::none, role, std::nullopt));
}

TEST_CASE("stewards invite members and coaches, no stewards and no administrators") {
    CHECK(members::may_invite(viewer(Role::steward), Seat::none, Role::member, other));
    CHECK(members::may_invite(viewer(Role::steward), Seat::none, Role::coach, std::nullopt));
    CHECK_FALSE(members::may_invite(viewer(Role::steward), Seat::none, Role::steward, std::nullopt));
    CHECK_FALSE(members::may_invite(viewer(Role::steward), Seat::none, Role::administrator, std::nullopt));
}

TEST_CASE("a delegate invites members into the own Center and nobody else") {
    const auto delegate = viewer(Role::member, own);
    CHECK(members::may_invite(delegate, Seat::delegate, Role::member, own));
    CHECK_FALSE(members::may_invite(delegate, Seat::delegate, Role::member, other));
    CHECK_FALSE(members::may_invite(delegate, Seat::delegate, Role::member, std::nullopt));
    CHECK_FALSE(members::may_invite(delegate, Seat::delegate, Role::coach, own));
    CHECK_FALSE(members::may_invite(delegate, Seat::none, Role::member, own));
}

TEST_CASE("coaches and members neither invite nor administer") {
    for (const auto role : {Role::member, Role::coach}) {
        CHECK_FALSE(members::may_invite_somebody(viewer(role, own), Seat::none));
        CHECK_FALSE(members::may_see_all_invitations(viewer(role)));
        CHECK_FALSE(members::may_name_delegates(viewer(role)));
        CHECK_FALSE(members::may_administer(viewer(role)));
    }
}

TEST_CASE("stewards name delegates; Centers, accounts and the audit log are the administrators'") {
    CHECK(members::may_name_delegates(viewer(Role::steward)));
    CHECK_FALSE(members::may_edit_centers(viewer(Role::steward)));
    CHECK_FALSE(members::may_administer(viewer(Role::steward)));
    CHECK_FALSE(members::may_read_audit_log(viewer(Role::steward)));
    CHECK(members::may_read_audit_log(viewer(Role::administrator)));
}
