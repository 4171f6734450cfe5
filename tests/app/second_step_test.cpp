// The second step in the whole program: what it demands by the settings, who hears of its end, and that no
// export holds any of it.
#include "app/commands.hpp"
#include "members/second_step/second_step.hpp"
#include "tests/support/authenticator.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/test.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

using testing::Scene;

namespace {

/// Turned on past the pages; gives the app.
testing::Authenticator turn_on(Scene& scene, base::MemberId member) {
    const members::StepKey file(scene.database().file());
    members::Passwords passwords(base::system_random(), {1, 16, {64, 1, 1}});
    const auto codes = members::make_recovery_codes(passwords, base::system_random()).value();
    const testing::Authenticator app(scene.database().write([&](store::Writer& db) {
        return members::offer_second_step(db, file, base::system_random(), member, scene.now());
    }));
    const auto on = scene.database().write([&](store::Writer& db) {
        return members::turn_on(db, file, member, app.code(scene.now()), codes.hashes, scene.now());
    });
    REQUIRE(on);
    return app;
}

} // namespace

TEST_CASE("whose second step an administrator turns off reads of it in the inbox") {
    Scene scene;
    const auto noor = scene.add_person("Noor Haddad");
    turn_on(scene, noor);
    const auto admin = scene.sign_in(scene.add_person("Ada Min", site::Role::administrator));
    const auto steward = scene.sign_in(scene.add_person("Sal Steward", site::Role::steward));
    CHECK(scene.post(steward, "/admin/members/noor-haddad/second-step", {}).status == 403);
    CHECK(testing::shows(scene.get(admin, "/admin/members/noor-haddad"), "It is on since"));
    CHECK(scene.post(admin, "/admin/members/noor-haddad/second-step", {}).status == 303);
    CHECK_FALSE(members::second_step_of(scene.reader(), noor));
    CHECK(testing::shows(scene.get(scene.sign_in(noor), "/inbox"), "Ada Min turned off your second step"));
    CHECK(testing::shows(scene.get(admin, "/admin/audit"), "turned off a second step"));
    CHECK(scene.post(admin, "/admin/members/noor-haddad/second-step", {}).status == 409);
    CHECK(scene.post(admin, "/admin/members/nobody/second-step", {}).status == 404);
}

TEST_CASE("stewards and administrators need the second step unless the settings say otherwise") {
    auto settings = testing::quiet_settings();
    settings.second_step_for = app::Settings{}.second_step_for;
    CHECK(settings.second_step_for == std::vector{site::Role::steward, site::Role::administrator});
    Scene scene(settings);
    const auto ask = [&](base::MemberId member, const std::string& path) {
        return scene.get(scene.sign_in(member), path);
    };
    const auto sal = scene.add_person("Sal Steward", site::Role::steward);
    for (const char* path : {"/", "/forum", "/standards", "/search", "/inbox", "/practices", "/about"}) {
        INFO(path);
        CHECK(ask(sal, path).headers.get("Location").starts_with("/settings/second-step?next="));
    }
    CHECK(ask(sal, "/settings/second-step").status == 200);
    CHECK(ask(sal, "/accessibility").status == 200);
    CHECK(ask(scene.add_person("Noor Haddad"), "/forum").status == 200);
    CHECK(ask(scene.add_person("Cara Coach", site::Role::coach), "/forum").status == 200);
    turn_on(scene, sal);
    CHECK(ask(sal, "/forum").status == 200);
}

TEST_CASE("neither an export nor a backup holds what makes codes") {
    Scene scene;
    const auto noor = scene.add_person("Noor Haddad");
    const auto app = turn_on(scene, noor);
    const auto data = scene.database().file().parent_path();
    const auto sealed = scene.reader().get<std::string, "SELECT sealed_key FROM second_steps">();
    const auto hash = scene.reader().get<std::string, "SELECT code_hash FROM recovery_codes LIMIT 1">();
    const testing::TemporaryFolder out;
    app::export_all(data, out.path() / "export");
    app::backup(data, out.path() / "backup.db");
    const auto server_key = members::StepKey(scene.database().file()).find().value();
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(out.path())) {
        if (!entry.is_regular_file()) continue;
        ++files;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        INFO(entry.path());
        CHECK(bytes.find(app.key()) == std::string::npos);
        CHECK(bytes.find(server_key) == std::string::npos);
        if (entry.path().filename() == "backup.db") continue;
        CHECK(bytes.find(sealed) == std::string::npos);
        CHECK(bytes.find(hash) == std::string::npos);
    }
    CHECK(files > 5);
}
