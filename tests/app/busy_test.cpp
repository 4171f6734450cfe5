// A command of the administrator that holds the data for long: what is sent meanwhile is refused, and says
// why.
#include "store/connection.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/test.hpp"

using testing::Scene;

TEST_CASE_METHOD(Scene,
                 "while a command works on the data, pages are read and what is sent can be sent again") {
    const auto noor = sign_in(add_person("Noor Haddad"));
    store::Connection command(database().file(), store::Access::write);
    command.execute("BEGIN IMMEDIATE");
    CHECK(get(noor, "/forum").status == 200);
    const auto refused = post(noor, "/drafts", {{"key", "/p"}, {"body", "words"}});
    CHECK(refused.status == 503);
    CHECK(refused.content().find("Send it again") != std::string_view::npos);
    command.execute("ROLLBACK");
    CHECK(post(noor, "/drafts", {{"key", "/p"}, {"body", "words"}}).status < 400);
}
