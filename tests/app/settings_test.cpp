#include "app/settings.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

#include <fstream>

namespace {

app::Settings read(const std::string& text) {
    const testing::TemporaryFolder folder;
    const auto file = folder.path() / "cohort.toml";
    std::ofstream(file) << text;
    return app::read_settings(file);
}

std::string refusal(const std::string& text) {
    try {
        read(text);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("settings are read over the defaults, and what is wrong is named") {
    const auto settings = read("listen = \"[::1]:8081\"\nendorsements = 5\nworkers = 8\n");
    CHECK(settings.listen == "[::1]:8081");
    CHECK(settings.endorsements == 5);
    CHECK(settings.workers == 8);
    CHECK(settings.site_name == "Cohort");

    using Catch::Matchers::Contains;
    CHECK_THAT(refusal("endorsements = 0"), Contains("«endorsements» must be from 1 to 500"));
    CHECK_THAT(refusal("workers = \"many\""), Contains("«workers» must be a whole number"));
    CHECK_THAT(refusal("endorsment = 3"), Contains("there is no setting «endorsment»"));
}

TEST_CASE("which roles need the second step is a list, and an empty one demands it of nobody") {
    using site::Role;
    CHECK(read("").second_step_for == std::vector{Role::steward, Role::administrator});
    CHECK(read("second_step_for = []").second_step_for.empty());
    CHECK(read("second_step_for = [\"coach\", \"member\"]").second_step_for ==
          std::vector{Role::coach, Role::member});
    using Catch::Matchers::Contains;
    CHECK_THAT(refusal("second_step_for = [\"boss\"]"),
               Contains("«second_step_for» must be a list of roles"));
    CHECK_THAT(refusal("second_step_for = \"steward\""),
               Contains("«second_step_for» must be a list of roles"));
}

TEST_CASE("an address that would shut everybody out, and a folder in place of a file, are refused") {
    using Catch::Matchers::Contains;
    CHECK(read("address = \"https://cohort.example.org/\"").address == "https://cohort.example.org");
    CHECK(read("address = \"http://127.0.0.1:8080\"").address == "http://127.0.0.1:8080");
    CHECK(read("address = \"https://Cohort.Example.ORG:443\"").address == "https://cohort.example.org");
    CHECK(read("address = \"http://cohort.example.org:80/\"").address == "http://cohort.example.org");
    CHECK(read("address = \"https://cohort.example.org:80\"").address == "https://cohort.example.org:80");
    CHECK(read("address = \"\"").address.empty());
    for (const auto* slip :
         {"cohort.example.org", "https://", "https://:443", "https://cohort.example.org/forum",
          "https//cohort.example.org", "https://you@cohort.example.org"})
        CHECK_THAT(refusal("address = \"" + std::string(slip) + "\""),
                   Contains("«address» must be a text like"));
    for (const auto* slip : {"localhost:8080", ":8080", "8080", "127.0.0.1:99999"})
        CHECK_THAT(refusal("listen = \"" + std::string(slip) + "\""), Contains("is no address to listen on"));
    const testing::TemporaryFolder folder;
    CHECK_THROWS_WITH(app::read_settings(folder.path()), Contains("is a folder, not a settings file"));
}
