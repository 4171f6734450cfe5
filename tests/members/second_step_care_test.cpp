// The second step where somebody else has a hand in it: a role that needs it, an administrator, the command
// line, a backup, whoever reads the log or the disk.
#include "members/accounts.hpp"
#include "members/admin.hpp"
#include "members/audit_store.hpp"
#include "members/second_step/totp.hpp"
#include "members/sessions.hpp"
#include "tests/members/phone.hpp"
#include "tests/support/captured_log.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace testing;
using site::Role;

TEST_CASE("a new password by an administrator's link takes nobody past the second step") {
    House house;
    const auto noor = house.add("Noor Haddad");
    const auto phone = set_up(house, noor);
    const auto admin = house.viewer(house.add("Ada Admin", Role::administrator));
    const auto secret = house.write([&](store::Writer& db) {
        return members::offer_password(db, house.random, admin, noor, house.now).value();
    });
    house.pass(std::chrono::minutes(1));
    Browser browser;
    house.get(browser, "/invitations/" + secret);
    const auto taken = house.post(browser, "/invitations/" + secret, {{"password", "nine green lanterns"}});
    CHECK(taken.headers.get("Location") == "/sign-in/code");
    CHECK_FALSE(browser.cookies.contains("cohort"));
    CHECK(house.post(browser, "/sign-in/code", {{"code", phone.app.code(house.now)}}).status == 303);
    CHECK(browser.cookies.contains("cohort"));
}

TEST_CASE("closing the account, or a new password, ends half sessions too") {
    House house;
    const auto noor = house.add("Noor Haddad");
    const auto phone = set_up(house, noor);
    house.pass(std::chrono::minutes(1));
    auto browser = half_way(house, "noor-haddad");
    house.write([&](store::Writer& db) { members::end_sessions(db, noor, ""); });
    CHECK(house.post(browser, "/sign-in/code", {{"code", phone.app.code(house.now)}}).status == 401);
}

TEST_CASE("who needs it and has none is led to set it up, and reaches nothing else before") {
    House house;
    house.services.second_step_for = {Role::steward, Role::administrator};
    const auto sam = house.add("Sam Steward", Role::steward);
    auto browser = house.sign_in(sam);
    for (const auto& route : house.routes) {
        if (route.pattern.starts_with("/api/") || route.pattern.find("{}") != std::string::npos) continue;
        if (route.pattern.starts_with("/settings/second-step") || route.pattern == "/sign-out") continue;
        INFO(route.pattern);
        if (route.method == server::Method::get) {
            const auto response = house.get(browser, route.pattern);
            CHECK(response.status == 303);
            CHECK(response.headers.get("Location").starts_with("/settings/second-step?next="));
        } else {
            CHECK(house.post(browser, route.pattern, {{"about", "Kept words"}}).status == 403);
        }
    }
    const auto sent = house.post(browser, "/settings", {{"about", "Kept words"}});
    CHECK(holds(sent, "Kept words"));

    CHECK(
        holds(house.get(browser, "/settings/second-step?next=/members"), "Your role needs the second step"));
    auto phone = set_up(house, browser);
    CHECK(house.get(phone.browser, "/members").status == 200);
    house.pass(std::chrono::minutes(1));
    house.get(phone.browser, "/settings/second-step");
    CHECK(house
              .post(phone.browser, "/settings/second-step",
                    {{"act", "off"}, {"current_password", own_password}, {"code", phone.app.code(house.now)}})
              .status == 403);
    CHECK(members::second_step_of(house.db(), sam));
}

TEST_CASE("members may go without where their role does not need it, until it changes") {
    House house;
    house.services.second_step_for = {Role::steward};
    const auto noor = house.add("Noor Haddad");
    auto browser = house.sign_in(noor);
    CHECK(house.get(browser, "/members").status == 200);
    const auto admin = house.viewer(house.add("Ada Admin", Role::administrator));
    house.write([&](store::Writer& db) {
        return members::change_account(db, admin, noor, {Role::steward, std::nullopt, true}, house.now);
    });
    CHECK(house.get(browser, "/members").headers.get("Location") == "/settings/second-step?next=%2Fmembers");
}

TEST_CASE("an administrator turns somebody else's off, which is audited and ends their sessions") {
    House house;
    const auto noor = house.add("Noor Haddad");
    auto phone = set_up(house, noor);
    const auto ada = house.add("Ada Admin", Role::administrator);
    const auto reset = [&](base::MemberId by, base::MemberId of) {
        const auto viewer = house.viewer(by);
        return house.write(
            [&](store::Writer& db) { return members::reset_second_step(db, viewer, of, house.now); });
    };
    CHECK(reset(house.add("Sam Steward", Role::steward), noor).error().kind ==
          base::ProblemKind::not_allowed);
    CHECK(reset(ada, ada).error().kind == base::ProblemKind::not_allowed);
    auto admin = house.sign_in(ada);
    CHECK(holds(house.get(admin, "/members"), "Second step</span>"));
    CHECK(holds(house.get(admin, "/admin/members/noor-haddad"), "It is on since"));
    CHECK_FALSE(holds(house.get(phone.browser, "/members"), "Second step</span>"));

    REQUIRE(reset(ada, noor));
    CHECK_FALSE(members::second_step_of(house.db(), noor));
    CHECK(house.get(phone.browser, "/settings").status == 303);
    const auto line = members::read_audit(house.db(), 0, 1).at(0);
    CHECK(line.action == "turned off a second step");
    CHECK(line.subject == "noor-haddad");
    CHECK(reset(ada, noor).error().kind == base::ProblemKind::conflict);
    CHECK_NOTHROW(house.sign_in(noor));
}

TEST_CASE("the command line helps the last administrator who lost everything, when told so") {
    House house;
    const auto ada = house.add("Ada Admin", Role::administrator);
    set_up(house, ada);
    const auto make = [&](members::OldSecondStep what) {
        return members::make_administrator(house.database, house.random, "ada-admin@example.org", "Ada Admin",
                                           "", own_password, house.now, what);
    };
    REQUIRE(make(members::OldSecondStep::keep));
    CHECK(members::second_step_of(house.db(), ada));
    REQUIRE(make(members::OldSecondStep::turn_off));
    CHECK_FALSE(members::second_step_of(house.db(), ada));
    CHECK(members::read_audit(house.db(), 0, 1).at(0).action == "turned off a second step");
}

TEST_CASE("without its key file a copy of the data makes no codes, and recovery codes still sign in") {
    House house;
    const auto noor = house.add("Noor Haddad");
    const auto phone = set_up(house, noor);
    const members::StepKey file(house.database.file());
    CHECK((std::filesystem::status(file.file()).permissions() & std::filesystem::perms::others_all) ==
          std::filesystem::perms::none);
    const auto kept = file.find();
    std::filesystem::remove(file.file());
    house.pass(std::chrono::minutes(1));
    auto browser = half_way(house, "noor-haddad");
    const auto refused = house.post(browser, "/sign-in/code", {{"code", phone.app.code(house.now)}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "restored from a backup"));
    CHECK(house.post(browser, "/sign-in/code", {{"recovery_code", phone.recovery_codes[0]}}).status == 303);

    // With the file of before everything is as it was.
    std::ofstream(file.file(), std::ios::binary) << *kept;
    auto again = half_way(house, "noor-haddad");
    CHECK(house.post(again, "/sign-in/code", {{"code", phone.app.code(house.now)}}).status == 303);
}

TEST_CASE("another member's sealed key opens nothing") {
    House house;
    const auto noor = house.add("Noor Haddad");
    const auto ines = house.add("Ines Marsh");
    const auto phone = set_up(house, noor);
    set_up(house, ines);
    house.pass(std::chrono::minutes(1));
    house.write([&](store::Writer& db) {
        db.run<
            "UPDATE second_steps SET sealed_key = (SELECT sealed_key FROM second_steps WHERE member_id = ?1)"
            " WHERE member_id = ?2">(noor, ines);
    });
    auto browser = half_way(house, "ines-marsh");
    CHECK(house.post(browser, "/sign-in/code", {{"code", phone.app.code(house.now)}}).status == 422);
}

TEST_CASE("check finds a second step without its codes") {
    House house;
    const auto noor = house.add("Noor Haddad");
    set_up(house, noor);
    CHECK(members::check_second_steps(house.db()).empty());
    house.write([&](store::Writer& db) { members::set_recovery_codes(db, noor, {}); });
    CHECK(members::check_second_steps(house.db()) ==
          std::vector<std::string>{"the second step of noor-haddad has 0 recovery codes"});
}

TEST_CASE("neither key nor codes stand in the log or in the data file") {
    House house;
    const auto noor = house.add("Noor Haddad");
    testing::CapturedLog log;
    const auto phone = set_up(house, noor);
    house.pass(std::chrono::minutes(1));
    auto browser = half_way(house, "noor-haddad");
    const auto code = phone.app.code(house.now);
    house.post(browser, "/sign-in/code", {{"code", "314159"}});
    house.post(browser, "/sign-in/code", {{"recovery_code", "abcde-fghjk"}});
    house.post(browser, "/sign-in/code", {{"code", code}});
    auto other = half_way(house, "noor-haddad");
    house.post(other, "/sign-in/code", {{"recovery_code", phone.recovery_codes[0]}});
    const auto said = log.text();
    CHECK(said.find("second_step_on") != std::string::npos);
    CHECK(said.find("second_step_refused") != std::string::npos);
    CHECK(said.find("recovery_code_used") != std::string::npos);
    std::string kept;
    for (const auto& file : std::filesystem::directory_iterator(house.database.file().parent_path())) {
        std::ifstream bytes(file.path(), std::ios::binary);
        kept.append(std::istreambuf_iterator<char>(bytes), {});
    }
    for (const auto& secret :
         {phone.app.key(), members::key_in_groups(phone.app.key()), code, std::string("314159"),
          phone.recovery_codes[0], members::tidy_code(phone.recovery_codes[0]), std::string("fghjk")}) {
        CHECK(said.find(secret) == std::string::npos);
        if (secret.size() > 6) CHECK(kept.find(secret) == std::string::npos);
    }
}
