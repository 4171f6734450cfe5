#include "members/audit_store.hpp"
#include "members/directory_store.hpp"
#include "members/member_store.hpp"
#include "tests/members/house.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

using site::Role;
using testing::Browser;
using testing::holds;
using testing::House;

namespace {

/// The path of the link or the token that a page shows once.
std::string secret_of(const server::Response& response) {
    const auto from = response.body.find("readonly>") + 9;
    return response.body.substr(from, response.body.find('<', from) - from);
}

std::string path_of(const std::string& address) {
    return address.substr(address.find('/', address.find("//") + 2));
}

} // namespace

TEST_CASE("a wrong password and an unknown address get the same answer") {
    House house;
    house.add("Noor Haddad");
    Browser browser;
    house.get(browser, "/sign-in");
    const auto wrong = house.post(browser, "/sign-in",
                                  {{"email", "noor-haddad@example.org"}, {"password", "seven red lanterns"}});
    const auto unknown = house.post(browser, "/sign-in",
                                    {{"email", "nobody@example.org"}, {"password", "seven red lanterns"}});
    CHECK(wrong.status == 422);
    CHECK(unknown.status == 422);
    CHECK(holds(unknown, "The e-mail address or the password is not right."));
    CHECK_FALSE(holds(wrong, "seven red lanterns"));
    CHECK(holds(wrong, "value=\"noor-haddad@example.org\""));
}

TEST_CASE("after five attempts even the right password waits, with Retry-After") {
    House house;
    house.add("Noor Haddad");
    Browser browser;
    house.get(browser, "/sign-in");
    for (int i = 0; i < 5; ++i)
        house.post(browser, "/sign-in", {{"email", "Noor-Haddad@example.org"}, {"password", "x"}});
    const testing::Form right{{"email", "noor-haddad@example.org"},
                              {"password", std::string(House::password)}};
    const auto waits = house.post(browser, "/sign-in", right);
    CHECK(waits.status == 429);
    CHECK(waits.headers.get("Retry-After") == "12");
    house.pass(std::chrono::seconds(12));
    CHECK(house.post(browser, "/sign-in", right).status == 303);
}

TEST_CASE("signing in leads to where the visitor was going") {
    House house;
    house.add("Noor Haddad");
    Browser browser;
    CHECK(holds(house.get(browser, "/sign-in?next=/forum%3Fkind%3Dquestion"),
                "value=\"/forum?kind=question\""));
    const auto response = house.post(browser, "/sign-in",
                                     {{"email", "noor-haddad@example.org"},
                                      {"password", std::string(House::password)},
                                      {"next", "/forum?kind=question"}});
    CHECK(response.headers.get("Location") == "/forum?kind=question");
}

TEST_CASE("a password kept at an older cost is renewed by signing in") {
    House house;
    const auto noor = house.add("Noor Haddad");
    const auto old = members::hash_password(House::password, house.random, {128, 1, 1});
    house.write([&](store::Writer& db) { members::set_password_hash(db, noor, old); });
    house.sign_in(noor);
    const auto kept = members::find_credentials(house.db(), noor)->password_hash;
    CHECK(kept.starts_with("$argon2id$v=19$m=64,t=1,p=1$"));
    CHECK_NOTHROW(house.sign_in(noor));
}

TEST_CASE("from invitation to member: the link is shown once, a GET changes nothing, the form signs in") {
    House house;
    auto steward = house.sign_in(house.add("Sam Steward", Role::steward));
    house.get(steward, "/invitations/new");
    const auto made = house.post(
        steward, "/invitations/new",
        {{"email", "Olga@Example.org"}, {"name", "Olga"}, {"role", "member"}, {"center", "birch-town"}});
    REQUIRE(made.status == 200);
    const auto link = secret_of(made);
    CHECK(link.starts_with("http://cohort.test/invitations/"));
    CHECK(made.headers.get("Cache-Control") == "no-store");
    CHECK(holds(house.get(steward, "/invitations"), "olga@example.org"));

    Browser olga;
    for (int i = 0; i < 3; ++i) {
        const auto page = house.get(olga, path_of(link));
        CHECK(page.status == 200);
        CHECK(holds(page, "Sam Steward invites you as a member of Birch Town."));
    }
    CHECK(holds(house.get(olga, path_of(link)), "value=\"America/New_York\" selected"));
    const auto otto = house.add("Otto Birch", Role::member, "birch-town");
    house.write([&](store::Writer& db) {
        return members::change_profile(db, otto, {"Otto Birch", "", "", "America/Denver"});
    });
    // The zone of a colleague is the likeliest.
    CHECK(holds(house.get(olga, path_of(link)), "value=\"America/Denver\" selected"));
    const auto weak =
        house.post(olga, path_of(link), {{"name", "Olga Reyes"}, {"zone", "UTC"}, {"password", "short"}});
    CHECK(weak.status == 422);
    CHECK(holds(weak, "value=\"Olga Reyes\""));
    const auto joined = house.post(
        olga, path_of(link), {{"name", "Olga Reyes"}, {"zone", "UTC"}, {"password", "eight paper cranes"}});
    CHECK(joined.status == 303);
    CHECK(house.get(olga, "/settings").status == 200);
    CHECK(house.get(olga, path_of(link)).status == 410);
    CHECK_FALSE(holds(house.get(steward, "/invitations"), "olga@example.org"));
}

TEST_CASE("members see neither invitations nor administration") {
    House house;
    auto noor = house.sign_in(house.add("Noor Haddad"));
    for (const auto* path :
         {"/invitations", "/invitations/new", "/admin/audit", "/admin/centers/new",
          "/admin/members/noor-haddad", "/centers/alder-county/edit", "/centers/alder-county/delegates"}) {
        INFO(path);
        CHECK(house.get(noor, path).status == 403);
    }
    for (const auto* path : {"/admin/centers/new", "/admin/members/noor-haddad", "/centers/alder-county/edit",
                             "/centers/alder-county/delegates", "/admin/members/noor-haddad/password"}) {
        INFO(path);
        CHECK(house.post(noor, path, {{"role", "administrator"}, {"open", "yes"}}).status == 403);
    }
    CHECK(members::read_audit(house.db(), 0, 10).empty());
}

TEST_CASE("addresses for mail are shown to administrators and nobody else") {
    House house;
    house.add("Olga Reyes");
    auto noor = house.sign_in(house.add("Noor Haddad"));
    auto steward = house.sign_in(house.add("Sam Steward", Role::steward));
    auto admin = house.sign_in(house.add("Ada Admin", Role::administrator));
    CHECK_FALSE(holds(house.get(noor, "/members/olga-reyes"), "olga-reyes@example.org"));
    CHECK_FALSE(holds(house.get(steward, "/members/olga-reyes"), "olga-reyes@example.org"));
    CHECK(holds(house.get(admin, "/members/olga-reyes"), "olga-reyes@example.org"));
}

TEST_CASE("a Center's page names its people and delegates, and is found by its number") {
    House house;
    const auto noor = house.add("Noor Haddad");
    REQUIRE(house.write([&](store::Writer& db) { return members::set_delegates(db, house.alder, {noor}); }));
    auto browser = house.sign_in(noor);
    const auto page = house.get(browser, "/centers/alder-county");
    CHECK(page.status == 200);
    CHECK(holds(page, "Noor Haddad"));
    CHECK(holds(page, "under 5,000 voters"));
    CHECK(holds(page, "Delegate"));
    const auto numbered = house.get(browser, "/centers/" + std::to_string(house.alder.value));
    CHECK(numbered.status == 308);
    CHECK(numbered.headers.get("Location") == "/centers/alder-county");
    CHECK(house.get(browser, "/centers/nowhere").status == 404);
}

TEST_CASE("a steward names delegates through the form") {
    House house;
    const auto noor = house.add("Noor Haddad");
    const auto olga = house.add("Olga Reyes");
    auto steward = house.sign_in(house.add("Sam Steward", Role::steward));
    const auto saved =
        house.post(steward, "/centers/alder-county/delegates",
                   {{"delegate", "olga-reyes"}, {"alternate_1", ""}, {"alternate_2", "noor-haddad"}});
    CHECK(saved.status == 303);
    const auto delegates = members::delegates_of(house.db(), house.alder);
    REQUIRE(delegates.size() == 2);
    CHECK(delegates[0].member == olga);
    CHECK(delegates[1].member == noor);
    CHECK(delegates[1].rank == 1);
    CHECK(house
              .post(steward, "/centers/alder-county/delegates",
                    {{"delegate", "olga-reyes"}, {"alternate_1", "olga-reyes"}})
              .status == 422);
}

TEST_CASE("an administrator adds and edits a Center") {
    House house;
    auto admin = house.sign_in(house.add("Ada Admin", Role::administrator));
    const auto wrong = house.post(admin, "/admin/centers/new", {{"name", "Cedar County"}, {"state", "Ohio"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "value=\"Cedar County\""));
    const auto added =
        house.post(admin, "/admin/centers/new",
                   {{"name", "Cedar County"}, {"state", "oh"}, {"registered_voters", "61,000"}});
    CHECK(added.headers.get("Location") == "/centers/cedar-county");
    CHECK(members::read_center(house.db(), "cedar-county")->registered_voters == 61'000);
    CHECK(house
              .post(admin, "/centers/cedar-county/edit",
                    {{"name", "Cedar County Clerk"}, {"state", "OH"}, {"registered_voters", "62000"}})
              .status == 303);
    CHECK(members::read_center(house.db(), "cedar-county")->name == "Cedar County Clerk");
    CHECK(holds(house.get(admin, "/admin/audit"), "changed a Center"));
}

TEST_CASE("changing the password needs the one of before, and signs other browsers out") {
    House house;
    const auto noor = house.add("Noor Haddad");
    auto office = house.sign_in(noor);
    auto phone = house.sign_in(noor);
    const auto wrong =
        house.post(office, "/settings/password",
                   {{"current_password", "guessed guessed"}, {"password", "ten red kites fly"}});
    CHECK(wrong.status == 422);
    CHECK(house.get(phone, "/settings").status == 200);
    Browser copied = office;
    const auto changed =
        house.post(office, "/settings/password",
                   {{"current_password", std::string(House::password)}, {"password", "ten red kites fly"}});
    CHECK(changed.status == 303);
    CHECK(house.get(phone, "/settings").status == 303);
    CHECK(house.get(office, "/settings").status == 200);
    CHECK(house.get(copied, "/settings").status == 303);
    CHECK_THROWS(house.sign_in(noor));
}

TEST_CASE("strangers who try to sign in as a member do not keep the member from changing the password") {
    House house;
    auto noor = house.sign_in(house.add("Noor Haddad"));
    Browser stranger;
    house.get(stranger, "/sign-in");
    const testing::Form guess{{"email", "noor-haddad@example.org"}, {"password", "x"}};
    while (house.post(stranger, "/sign-in", guess).status != 429) {}
    house.get(noor, "/settings/sign-in");
    const auto change = [&](std::string_view current) {
        return house
            .post(noor, "/settings/password",
                  {{"current_password", std::string(current)}, {"password", "ten red kites fly"}})
            .status;
    };
    for (int i = 0; i < 4; ++i)
        CHECK(change("guessed guessed") == 422);
    CHECK(change(House::password) == 303);
    house.get(noor, "/settings/sign-in");
    CHECK(change("ten red kites fly") == 429); // whoever sits at an open browser guesses no faster
}

TEST_CASE("a token is shown once, works, and is revoked by its owner alone") {
    House house;
    auto noor = house.sign_in(house.add("Noor Haddad"));
    const auto make = [&](std::string_view password) {
        return house.post(noor, "/settings/tokens",
                          {{"name", "Report"},
                           {"scopes", "read"},
                           {"scopes", "admin"},
                           {"days", "30"},
                           {"current_password", std::string(password)}});
    };
    CHECK(make("").status == 422);
    CHECK(make("guessed guessed").status == 422);
    const auto made = make(House::password);
    REQUIRE(made.status == 200);
    const auto token = secret_of(made);
    const auto me = house.call(token, server::Method::get, "/api/v1/me");
    REQUIRE(me.status == 200);
    const auto object = boost::json::parse(me.body).as_object();
    CHECK(object.at("handle").as_string() == "noor-haddad");
    CHECK(object.at("scopes").as_string() == "read");
    CHECK_FALSE(holds(house.get(noor, "/settings/tokens"), token));

    auto other = house.sign_in(house.add("Olga Reyes"));
    CHECK(house.post(other, "/settings/tokens/1/revoke", {}).status == 404);
    CHECK(house.call(token, server::Method::get, "/api/v1/me").status == 200);
    CHECK(house.post(noor, "/settings/tokens/1/revoke", {}).status == 303);
    CHECK(house.call(token, server::Method::get, "/api/v1/me").status == 401);
}

TEST_CASE("the API lists members page by page and hides addresses") {
    House house;
    for (const auto* name : {"Ada One", "Bea Two", "Cleo Three"})
        house.add(name);
    const auto token = house.write([&](store::Writer& db) {
        return members::add_token(db, house.random, *members::find_by_handle(db, "ada-one"),
                                  {"t", {.read = true}, 9}, house.now);
    });
    const auto first = house.call(*token, server::Method::get, "/api/v1/members?limit=2");
    const auto page = boost::json::parse(first.body).as_object();
    CHECK(page.at("items").as_array().size() == 2);
    CHECK(page.at("next").as_string() == "bea-two");
    CHECK_FALSE(holds(first, "@example.org"));
    const auto rest = house.call(*token, server::Method::get, "/api/v1/members?limit=2&cursor=bea-two");
    CHECK(boost::json::parse(rest.body).as_object().at("items").as_array().size() == 1);
    CHECK(boost::json::parse(rest.body).as_object().at("next").is_null());
    CHECK(house.call(*token, server::Method::get, "/api/v1/centers/birch-town").status == 200);
    CHECK(house.call(*token, server::Method::get, "/api/v1/members/nobody").status == 404);
}

TEST_CASE("the API invites as the form does") {
    House house;
    const auto steward = house.add("Sam Steward", Role::steward);
    const auto noor = house.add("Noor Haddad");
    const auto token_of = [&](base::MemberId member) {
        return *house.write([&](store::Writer& db) {
            return members::add_token(db, house.random, member, {"t", {.read = true, .write = true}, 9},
                                      house.now);
        });
    };
    const auto json = R"({"email":"olga@example.org","center":"birch-town","role":"member"})";
    CHECK(house.call(token_of(noor), server::Method::post, "/api/v1/invitations", json).status == 403);
    const auto made = house.call(token_of(steward), server::Method::post, "/api/v1/invitations", json);
    REQUIRE(made.status == 201);
    Browser olga;
    CHECK(house.get(olga, std::string(made.headers.get("Location"))).status == 200);
    const auto wrong = house.call(token_of(steward), server::Method::post, "/api/v1/invitations",
                                  R"({"email":"nowhere","center":"birch-town"})");
    CHECK(wrong.status == 422);
    CHECK(wrong.headers.get("Content-Type") == "application/problem+json");
}

TEST_CASE("an administrator changes an account through the form") {
    House house;
    const auto noor = house.add("Noor Haddad");
    auto admin = house.sign_in(house.add("Ada Admin", Role::administrator));
    CHECK(house.get(admin, "/admin/members/noor-haddad").status == 200);
    CHECK(
        house.post(admin, "/admin/members/noor-haddad", {{"role", "coach"}, {"center", ""}, {"open", "yes"}})
            .status == 303);
    CHECK(members::read_profile(house.db(), noor)->role == Role::coach);
    CHECK_FALSE(members::read_profile(house.db(), noor)->center);
    CHECK(house.post(admin, "/admin/members/noor-haddad", {{"role", "emperor"}, {"open", "yes"}}).status ==
          422);
    const auto link = house.post(admin, "/admin/members/noor-haddad/password", {});
    Browser reset;
    CHECK(holds(house.get(reset, path_of(secret_of(link))), "Choose a new password"));
    CHECK(house.post(reset, path_of(secret_of(link)), {{"password", "ten red kites fly"}}).status == 303);
    CHECK(house.get(reset, "/settings").status == 200);
}

TEST_CASE("the lists show who fits, and say so when nobody does") {
    House house;
    house.add("Noor Haddad");
    auto browser = house.sign_in(house.add("Cara Coach", Role::coach));
    CHECK(holds(house.get(browser, "/members"), "Noor Haddad"));
    CHECK_FALSE(holds(house.get(browser, "/members?role=coach"), "Noor Haddad"));
    CHECK(holds(house.get(browser, "/members?name=zzz"), "Nobody here"));
    CHECK(holds(house.get(browser, "/members?center=nowhere"), "Nobody here"));
    CHECK(holds(house.get(browser, "/centers?state=vt"), "Birch Town"));
    CHECK_FALSE(holds(house.get(browser, "/centers?state=vt"), "Alder County"));
    CHECK(holds(house.get(browser, "/centers?state=vermont"), "Birch Town"));
    CHECK_FALSE(holds(house.get(browser, "/centers?state=Ohio"), "Birch Town"));
    CHECK(holds(house.get(browser, "/centers?state=Atlantis"), "No Center here"));
}
