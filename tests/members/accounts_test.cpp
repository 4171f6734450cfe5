#include "members/accounts.hpp"
#include "members/admin.hpp"
#include "members/audit_store.hpp"
#include "tests/members/house.hpp"

using site::Role;
using testing::House;

namespace {

base::Result<std::optional<members::PassedSeat>> change(House& house, base::MemberId by,
                                                        base::MemberId member,
                                                        const members::AccountChange& wanted) {
    const auto viewer = house.viewer(by);
    return house.write(
        [&](store::Writer& db) { return members::change_account(db, viewer, member, wanted, house.now); });
}

} // namespace

TEST_CASE("only administrators change accounts") {
    House house;
    const auto noor = house.add("Noor Haddad");
    const auto steward = house.add("Sam Steward", Role::steward);
    const auto refused = change(house, steward, noor, {Role::coach, std::nullopt, true});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == base::ProblemKind::not_allowed);
}

TEST_CASE("the last administrator stays one") {
    House house;
    const auto admin = house.add("Ada Admin", Role::administrator);
    CHECK_FALSE(change(house, admin, admin, {Role::steward, std::nullopt, true}));
    const auto second = house.add("Bea Admin", Role::administrator);
    CHECK(change(house, admin, second, {Role::administrator, std::nullopt, false}));
    CHECK_FALSE(change(house, admin, admin, {Role::steward, std::nullopt, true}));
    CHECK(change(house, admin, second, {Role::administrator, std::nullopt, true}));
    CHECK(change(house, admin, admin, {Role::steward, std::nullopt, true}));
}

TEST_CASE("nobody closes the own account") {
    House house;
    const auto admin = house.add("Ada Admin", Role::administrator);
    house.add("Bea Admin", Role::administrator);
    CHECK_FALSE(change(house, admin, admin, {Role::administrator, std::nullopt, false}));
}

TEST_CASE("closing an account ends its sessions and tokens and empties its seat") {
    House house;
    const auto admin = house.add("Ada Admin", Role::administrator);
    const auto noor = house.add("Noor Haddad");
    const auto olga = house.add("Olga Reyes");
    auto browser = house.sign_in(noor);
    const auto token = house.write([&](store::Writer& db) {
        (void)members::set_delegates(db, house.alder, {noor, olga});
        return members::add_token(db, house.random, noor, {"report", {.read = true}, 30}, house.now);
    });
    REQUIRE(house.call(*token, server::Method::get, "/api/v1/me").status == 200);
    REQUIRE(change(house, admin, noor, {Role::member, house.alder, false}));
    CHECK(house.get(browser, "/settings").status == 303);
    CHECK(house.call(*token, server::Method::get, "/api/v1/me").status == 401);
    const auto delegates = members::delegates_of(house.db(), house.alder);
    REQUIRE(delegates.size() == 1);
    CHECK(delegates[0].member == olga);
    CHECK(delegates[0].rank == 0);
    CHECK_THROWS(house.sign_in(noor));
}

TEST_CASE("a page that has grown old gives nothing back that was taken since") {
    House house;
    const auto noor = house.add("Noor Haddad");
    const auto bea = house.add("Bea Admin", Role::administrator);
    auto admin = house.sign_in(house.add("Ada Admin", Role::administrator));
    const auto seen_on = [](const server::Response& page) {
        constexpr std::string_view field = "name=\"seen\" value=\"";
        const auto from = page.body.find(field) + field.size();
        return page.body.substr(from, page.body.find('"', from) - from);
    };
    const auto save = [&](const std::string& seen) {
        return house.post(admin, "/admin/members/noor-haddad",
                          {{"role", "member"}, {"center", "alder-county"}, {"open", "yes"}, {"seen", seen}});
    };
    const auto shown = house.get(admin, "/admin/members/noor-haddad");
    CHECK(save(seen_on(shown)).status == 303);
    REQUIRE(change(house, bea, noor, {Role::member, house.alder, false}));

    const auto late = save(seen_on(shown));
    CHECK(late.status == 409);
    CHECK(testing::holds(late, "Somebody changed this account after you had opened the page."));
    CHECK_FALSE(testing::holds(late, "name=\"open\" value=\"yes\" checked"));
    CHECK(members::read_profile(house.db(), noor)->closed);
    CHECK(save(seen_on(late)).status == 303); // with the page of now it is meant
    CHECK_FALSE(members::read_profile(house.db(), noor)->closed);

    for (const members::AccountChange& other : {members::AccountChange{Role::coach, house.alder, true},
                                                members::AccountChange{Role::member, house.birch, true}}) {
        REQUIRE(change(house, bea, noor, other));
        CHECK(save(seen_on(shown)).status == 409);
    }
}

TEST_CASE("a reopened account signs in again") {
    House house;
    const auto admin = house.add("Ada Admin", Role::administrator);
    const auto noor = house.add("Noor Haddad");
    REQUIRE(change(house, admin, noor, {Role::member, house.alder, false}));
    REQUIRE(change(house, admin, noor, {Role::member, house.alder, true}));
    CHECK_NOTHROW(house.sign_in(noor));
}

TEST_CASE("each change of an account is a line in the audit log, and none where nothing changed") {
    House house;
    const auto admin = house.add("Ada Admin", Role::administrator);
    const auto noor = house.add("Noor Haddad");
    REQUIRE(change(house, admin, noor, {Role::member, house.alder, true}));
    CHECK(members::read_audit(house.db(), 0, 10).empty());
    REQUIRE(change(house, admin, noor, {Role::coach, std::nullopt, true}));
    const auto lines = members::read_audit(house.db(), 0, 10);
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].action == "changed a role");
    CHECK(lines[1].detail == "member → coach");
    CHECK(lines[1].handle == "ada-admin");
    CHECK(lines[0].detail == "Alder County → program staff");
    CHECK(members::read_audit(house.db(), lines[0].id, 10).size() == 1);
}

TEST_CASE("who moves to another Center leaves the seat in the old one") {
    House house;
    const auto admin = house.add("Ada Admin", Role::administrator);
    const auto noor = house.add("Noor Haddad");
    REQUIRE(house.write([&](store::Writer& db) { return members::set_delegates(db, house.alder, {noor}); }));
    REQUIRE(change(house, admin, noor, {Role::member, house.birch, true}));
    CHECK(members::delegates_of(house.db(), house.alder).empty());
}

TEST_CASE("a Center that loses its delegate with an account is told of, and stands in the audit log") {
    House house;
    const auto ada = house.add("Ada Admin", Role::administrator);
    const auto noor = house.add("Noor Haddad");
    const auto olga = house.add("Olga Reyes");
    const auto ines = house.add("Ines Marsh");
    REQUIRE(house.write(
        [&](store::Writer& db) { return members::set_delegates(db, house.alder, {noor, olga, ines}); }));
    auto admin = house.sign_in(ada);
    const auto close = [&](const std::string& handle) {
        const auto path = "/admin/members/" + handle;
        REQUIRE(house.post(admin, path, {{"role", "member"}, {"center", "alder-county"}}).status == 303);
        return server::percent_decode(admin.cookies.at("cohort_notice")).value();
    };
    const auto named = [&] {
        for (const auto& line : members::read_audit(house.db(), 0, 100))
            if (line.action == "named delegates")
                return line.handle.value() + ": " + line.subject + ", " + line.detail;
        return std::string();
    };

    CHECK(close("olga-reyes") == "The account is saved."); // an alternate: the vote is cast by whom it was
    CHECK(named() == "ada-admin: alder-county, noor-haddad, ines-marsh");
    CHECK(close("noor-haddad") == "The account is saved. Alder County has Ines Marsh now as its delegate.");
    CHECK(named() == "ada-admin: alder-county, ines-marsh");
    CHECK(close("ines-marsh") == "The account is saved. Alder County has nobody now who casts its vote.");
    CHECK(named() == "ada-admin: alder-county, nobody");

    REQUIRE(change(house, ada, ines, {Role::member, house.alder, true}));
    REQUIRE(house.write([&](store::Writer& db) { return members::set_delegates(db, house.alder, {ines}); }));
    const auto moved = change(house, ada, ines, {Role::member, house.birch, true}).value();
    REQUIRE(moved);
    CHECK(moved->center == "Alder County");
    CHECK_FALSE(moved->delegate);
    const auto lines = members::read_audit(house.db(), 0, 100).size();
    CHECK_FALSE(change(house, ada, ines, {Role::coach, house.birch, true}).value());
    CHECK(members::read_audit(house.db(), 0, 100).size() == lines + 1); // the role alone
}

TEST_CASE("the command line makes the first administrator, and lets one who is locked out in again") {
    House house;
    const auto make = [&](std::string_view password) {
        return members::make_administrator(house.database, house.random, "ada@example.org", "Ada Admin", "",
                                           password, house.now);
    };
    CHECK_FALSE(make("short"));
    REQUIRE(make("nine green boats sail"));
    const auto ada = members::find_by_email(house.db(), "ada@example.org");
    REQUIRE(ada);
    CHECK(members::read_profile(house.db(), *ada)->role == Role::administrator);
    const auto before = members::find_credentials(house.db(), *ada)->password_hash;
    REQUIRE(make("ten white boats sail"));
    CHECK(members::find_credentials(house.db(), *ada)->password_hash != before);
    CHECK_FALSE(members::make_administrator(house.database, house.random, "bea@example.org", "Bea",
                                            "no-such-center", "nine green boats sail", house.now));
}

TEST_CASE("a token from the command line works at once, with its scopes, until its day") {
    House house;
    house.add("Noor Haddad");
    const auto make = [&](std::string_view email, std::string_view scopes, int days) {
        return members::make_token(house.database, house.random, email, scopes, days, house.now);
    };
    CHECK_FALSE(make("nobody@example.org", "read", 30));
    CHECK_FALSE(make("noor-haddad@example.org", "everything", 30));
    CHECK_FALSE(make("noor-haddad@example.org", "read", 0));
    const auto token = make("noor-haddad@example.org", "read", 30);
    REQUIRE(token);
    CHECK(token->starts_with("cohort_"));
    CHECK(house.call(*token, server::Method::get, "/api/v1/me").status == 200);
    CHECK(house.call(*token, server::Method::post, "/api/v1/invitations", "{}").status == 403);
    house.pass(std::chrono::days(30));
    CHECK(house.call(*token, server::Method::get, "/api/v1/me").status == 401);
}
