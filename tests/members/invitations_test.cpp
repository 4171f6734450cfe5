#include "members/accounts.hpp"
#include "members/admin.hpp"
#include "members/audit_store.hpp"
#include "members/invitations.hpp"
#include "tests/members/house.hpp"

using base::ProblemKind;
using site::Role;
using testing::House;

namespace {

base::Result<std::string> invite(House& house, base::MemberId by, const members::NewInvitation& invitation) {
    const auto viewer = house.viewer(by);
    return house.write(
        [&](store::Writer& db) { return members::invite(db, house.random, viewer, invitation, house.now); });
}

base::Result<base::MemberId> accept(House& house, const std::string& secret) {
    return house.write([&](store::Writer& db) {
        return members::accept_invitation(db, secret, {"Olga Reyes", "America/Chicago", "$argon2id$x"},
                                          house.now);
    });
}

members::NewInvitation olga(const House& house) {
    return {"olga@example.org", "Olga", house.alder, Role::member};
}

base::Result<> revoke(House& house, base::MemberId by, const std::string& secret) {
    const auto id = members::find_invitation(house.db(), secret)->id;
    const auto viewer = house.viewer(by);
    return house.write(
        [&](store::Writer& db) { return members::revoke_invitation(db, viewer, id, house.now); });
}

std::string link_for(House& house, base::MemberId by, base::MemberId member) {
    const auto viewer = house.viewer(by);
    return *house.write([&](store::Writer& db) {
        return members::offer_password(db, house.random, viewer, member, house.now);
    });
}

void change(House& house, base::MemberId by, base::MemberId member, const members::AccountChange& wanted) {
    const auto viewer = house.viewer(by);
    REQUIRE(house.write(
        [&](store::Writer& db) { return members::change_account(db, viewer, member, wanted, house.now); }));
}

} // namespace

TEST_CASE("an invitation makes one account of the role and Center it names") {
    House house;
    const auto secret = invite(house, house.add("Sam Steward", Role::steward), olga(house));
    REQUIRE(secret);
    const auto member = accept(house, *secret);
    REQUIRE(member);
    const auto profile = members::read_profile(house.db(), *member);
    CHECK(profile->handle == "olga-reyes");
    CHECK(profile->email == "olga@example.org");
    CHECK(profile->center == house.alder);
    CHECK(profile->zone == "America/Chicago");
    const auto again = accept(house, *secret);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == ProblemKind::gone);
}

TEST_CASE("an invitation ends after 14 days") {
    House house;
    const auto secret = invite(house, house.add("Sam Steward", Role::steward), olga(house));
    house.pass(members::join_length - std::chrono::seconds(1));
    CHECK(members::open_invitations(house.db(), std::nullopt, house.now).size() == 1);
    house.pass(std::chrono::seconds(1));
    CHECK(members::open_invitations(house.db(), std::nullopt, house.now).empty());
    CHECK(accept(house, *secret).error().kind == ProblemKind::gone);
}

TEST_CASE("a revoked invitation lets nobody in, and is revoked once") {
    House house;
    const auto steward = house.add("Sam Steward", Role::steward);
    const auto secret = invite(house, steward, olga(house));
    REQUIRE(revoke(house, steward, *secret));
    CHECK(accept(house, *secret).error().kind == ProblemKind::gone);
    CHECK(revoke(house, steward, *secret).error().kind == ProblemKind::conflict);
}

TEST_CASE("the newest link to an address is the only one that works") {
    House house;
    const auto steward = house.add("Sam Steward", Role::steward);
    const auto first = invite(house, steward, olga(house));
    const auto second = invite(house, steward, olga(house));
    CHECK(accept(house, *first).error().kind == ProblemKind::gone);
    CHECK(accept(house, *second));
}

TEST_CASE("a refused account leaves the link as it was") {
    House house;
    const auto secret = invite(house, house.add("Sam Steward", Role::steward), olga(house));
    const auto refused = house.write([&](store::Writer& db) {
        return members::accept_invitation(db, *secret, {"", "nowhere", "x"}, house.now);
    });
    CHECK(refused.error().kind == ProblemKind::invalid);
    CHECK(accept(house, *secret));
}

TEST_CASE("a wrong secret finds no invitation") {
    House house;
    invite(house, house.add("Sam Steward", Role::steward), olga(house));
    CHECK_FALSE(members::find_invitation(house.db(), "guessed"));
    CHECK(accept(house, "guessed").error().kind == ProblemKind::not_found);
}

TEST_CASE("a delegate invites into the own Center only, and may not end another's invitation") {
    House house;
    const auto noor = house.add("Noor Haddad");
    CHECK(invite(house, noor, olga(house)).error().kind == ProblemKind::not_allowed);
    REQUIRE(house.write([&](store::Writer& db) { return members::set_delegates(db, house.alder, {noor}); }));
    CHECK(invite(house, noor, olga(house)));
    CHECK_FALSE(invite(house, noor, {"ben@example.org", "", house.birch, Role::member}));
    CHECK_FALSE(invite(house, noor, {"ben@example.org", "", house.alder, Role::steward}));

    const auto steward = house.add("Sam Steward", Role::steward);
    const auto coach = invite(house, steward, {"cara@example.org", "", std::nullopt, Role::coach});
    CHECK(revoke(house, noor, *coach).error().kind == ProblemKind::not_allowed);
    CHECK_FALSE(invite(house, noor, {"cara@example.org", "", house.alder, Role::member}));
    CHECK(accept(house, *coach));
}

TEST_CASE("a member needs a Center, program staff do not") {
    House house;
    const auto steward = house.add("Sam Steward", Role::steward);
    CHECK_FALSE(invite(house, steward, {"a@example.org", "", std::nullopt, Role::member}));
    CHECK(invite(house, steward, {"a@example.org", "", std::nullopt, Role::coach}));
}

TEST_CASE("who has an account is not invited again") {
    House house;
    const auto steward = house.add("Sam Steward", Role::steward);
    house.add("Noor Haddad");
    CHECK_FALSE(invite(house, steward, {"noor-haddad@example.org", "", house.alder, Role::member}));
}

TEST_CASE("who had an account is let in again by that one, and the form says where it is") {
    House house;
    const auto admin = house.add("Ada Admin", Role::administrator);
    const auto steward = house.add("Sam Steward", Role::steward);
    const auto noor = house.add("Noor Haddad");
    const auto why = [&](base::MemberId by) {
        const auto refused = invite(house, by, {"Noor-Haddad@example.org", "", house.alder, Role::member});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().fields.front().field == "email");
        return refused.error().fields.front().message;
    };
    CHECK(why(admin) == "Somebody with this e-mail address has an account already.");
    change(house, admin, noor, {Role::member, house.alder, false});
    CHECK(why(admin) == "@noor-haddad had an account with this address, which is closed. Go to "
                        "/admin/members/noor-haddad to reopen it.");
    CHECK(why(steward) ==
          "This person had an account here, which is closed. Ask an administrator to reopen it.");
    auto browser = house.sign_in(admin);
    CHECK(house.get(browser, "/admin/members/noor-haddad").status == 200);
}

TEST_CASE(
    "the list lets everybody end what is theirs to end, and shows links for passwords to administrators") {
    House house;
    const auto admin = house.add("Ada Admin", Role::administrator);
    const auto steward = house.add("Sam Steward", Role::steward);
    const auto noor = house.add("Noor Haddad");
    house.add("Ines Marsh");
    REQUIRE(house.write([&](store::Writer& db) { return members::set_delegates(db, house.alder, {noor}); }));
    REQUIRE(invite(house, admin, olga(house)));
    REQUIRE(invite(house, admin, {"cara@example.org", "", house.alder, Role::coach}));
    REQUIRE(invite(house, admin, {"high@example.org", "", house.alder, Role::administrator}));
    link_for(house, admin, *members::find_by_handle(house.db(), "ines-marsh"));

    const auto list_of = [&](base::MemberId member) {
        auto browser = house.sign_in(member);
        return house.get(browser, "/invitations");
    };
    const auto shows = [](const server::Response& page, std::string_view who) {
        return testing::holds(page, "<td>" + std::string(who) + "@example.org</td>");
    };
    const auto offers = [](const server::Response& page, std::string_view who) {
        return testing::holds(page, "the link for " + std::string(who) + "@example.org");
    };
    const auto all = list_of(admin);
    for (const auto* who : {"olga", "cara", "high", "ines-marsh"}) {
        INFO(who);
        CHECK(shows(all, who));
        CHECK(offers(all, who));
    }
    for (const auto member : {steward, noor}) {
        const auto page = list_of(member);
        CHECK(shows(page, "high"));
        CHECK_FALSE(offers(page, "high"));
        CHECK_FALSE(shows(page, "ines-marsh"));
        CHECK(offers(page, "olga"));
        CHECK(offers(page, "cara") == (member == steward));
    }
}

TEST_CASE("a link for a new password sets it, ends the sessions of before, and works for a day") {
    House house;
    const auto admin = house.add("Ada Admin", Role::administrator);
    const auto noor = house.add("Noor Haddad");
    auto browser = house.sign_in(noor);
    const auto offer = [&](base::MemberId by) {
        const auto viewer = house.viewer(by);
        return house.write([&](store::Writer& db) {
            return members::offer_password(db, house.random, viewer, noor, house.now);
        });
    };
    CHECK_FALSE(offer(noor));
    const auto secret = offer(admin);
    REQUIRE(secret);
    CHECK(accept(house, *secret) == noor);
    CHECK(members::find_credentials(house.db(), noor)->password_hash == "$argon2id$x");
    CHECK(members::read_profile(house.db(), noor)->name == "Noor Haddad");
    CHECK(house.get(browser, "/settings").status == 303);
    CHECK_FALSE(accept(house, *secret));

    const auto late = offer(admin);
    house.pass(members::password_length);
    CHECK_FALSE(accept(house, *late));
}

TEST_CASE("the links of an administrator end with the account and with the role") {
    for (const members::AccountChange& loss :
         {members::AccountChange{Role::administrator, std::nullopt, false},
          members::AccountChange{Role::steward, std::nullopt, true}}) {
        House house;
        const auto ada = house.add("Ada Admin", Role::administrator);
        const auto bea = house.add("Bea Admin", Role::administrator);
        const auto noor = house.add("Noor Haddad");
        const auto high = invite(house, ada, {"x@example.org", "", std::nullopt, Role::administrator});
        const auto low = invite(house, ada, olga(house));
        const auto other = invite(house, bea, {"y@example.org", "", std::nullopt, Role::administrator});
        const auto password = link_for(house, ada, noor);
        change(house, bea, ada, loss);
        CHECK(accept(house, *high).error().kind == ProblemKind::gone);
        CHECK(accept(house, password).error().kind == ProblemKind::gone);
        CHECK(members::read_audit(house.db(), 0, 1).at(0).handle == "bea-admin");
        // Given back, the role brings no link to life.
        change(house, bea, ada, {Role::administrator, std::nullopt, true});
        CHECK_FALSE(accept(house, *high));
        CHECK(members::find_invitation(house.db(), *other)->revoked == std::nullopt);
        CHECK(accept(house, *low).has_value() == loss.is_open); // a steward invites members too
    }
}

TEST_CASE("a delegate's invitations end with the seat") {
    House house;
    const auto steward = house.add("Sam Steward", Role::steward);
    const auto noor = house.add("Noor Haddad");
    const auto ines = house.add("Ines Marsh");
    const auto name = [&](const std::vector<base::MemberId>& ranked) {
        const auto viewer = house.viewer(steward);
        REQUIRE(house.write([&](store::Writer& db) {
            return members::name_delegates(db, viewer, house.alder, ranked, house.now);
        }));
    };
    name({noor});
    const auto kept = invite(house, noor, olga(house));
    name({noor, ines});
    CHECK_FALSE(members::find_invitation(house.db(), *kept)->revoked);
    name({ines, noor});
    CHECK(accept(house, *kept).error().kind == ProblemKind::gone);
}

TEST_CASE("a link for a new password ends when the password is changed otherwise, or the account closed") {
    House house;
    const auto admin = house.add("Ada Admin", Role::administrator);
    const auto noor = house.add("Noor Haddad");
    const auto is_dead = [&](const std::string& secret) {
        const auto taken = accept(house, secret);
        return !taken && taken.error().kind == ProblemKind::gone;
    };

    const auto before = link_for(house, admin, noor);
    auto browser = house.sign_in(noor);
    house.get(browser, "/settings/sign-in");
    REQUIRE(house
                .post(browser, "/settings/password",
                      {{"current_password", std::string(House::password)}, {"password", "ten red kites fly"}})
                .status == 303);
    CHECK(is_dead(before));

    const auto closed = link_for(house, admin, noor);
    change(house, admin, noor, {Role::member, house.alder, false});
    change(house, admin, noor, {Role::member, house.alder, true});
    CHECK(is_dead(closed));

    const auto recovered = link_for(house, admin, noor);
    REQUIRE(members::make_administrator(house.database, house.random, "noor-haddad@example.org",
                                        "Noor Haddad", "", "nine green boats sail", house.now,
                                        members::OldSecondStep::turn_off));
    CHECK(is_dead(recovered));

    const auto last = link_for(house, admin, noor);
    CHECK(accept(house, last) == noor);
    CHECK(members::find_invitation(house.db(), last)->used);
}

TEST_CASE("inviting and revoking stand in the audit log") {
    House house;
    const auto steward = house.add("Sam Steward", Role::steward);
    const auto secret = invite(house, steward, olga(house));
    REQUIRE(revoke(house, steward, *secret));
    const auto lines = members::read_audit(house.db(), 0, 10);
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].action == "invited");
    CHECK(lines[1].subject == "olga@example.org");
    CHECK(lines[0].action == "revoked an invitation");
}

TEST_CASE("nobody takes a name that people would take for another's") {
    House house;
    const auto steward = house.add("Sal Steward", Role::steward);
    const auto noor = house.add("Noor Haddad");
    const auto taken = [&](const std::string& name) {
        const auto result = house.write([&](store::Writer& db) {
            return members::change_profile(db, noor, {name, "Clerk", "", "America/Chicago"});
        });
        return result ? "" : result.error().fields.front().field;
    };
    house.add("Kim Alder");
    CHECK(taken("Kim \u0391lder") == "name"); // with a Greek letter
    CHECK(taken("Kim Al\u200Bder") == "name");
    CHECK(taken("S\u0430l Steward") == "name"); // with a Cyrillic letter
    CHECK(taken("Sal Steward") == "name");      // of the staff
    CHECK(taken("Kim Alder").empty());          // a namesake of another office
    house.add("Pat Homer");
    CHECK(taken("Pat Horner").empty()); // another name, though "rn" looks like "m"
    house.add("Sue Warner", Role::steward);
    CHECK(taken("Sue Wamer") == "name");
    for (const auto* name : {"Sal  Steward", "SAL STEWARD", "sal steward", "Sál Steward"}) {
        INFO(name);
        CHECK(taken(name) == "name");
    }
    CHECK(taken("KIM ALDER").empty());
    CHECK(taken("Noor \u0397addad").empty()); // like nobody's but one's own
    for (const auto* name : {"Sal Steward", "Kim \u0391lder"}) {
        INFO(name);
        const auto refused = invite(house, steward, {"olga@example.org", name, house.alder, Role::member});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().fields.front().field == "name");
        const auto secret = invite(house, steward, olga(house));
        const auto joined = house.write([&](store::Writer& db) {
            return members::accept_invitation(db, *secret, {name, "America/Chicago", "$argon2id$x"},
                                              house.now);
        });
        REQUIRE_FALSE(joined);
        CHECK(joined.error().fields.front().field == "name");
    }
}
