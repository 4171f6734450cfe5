#include "base/digest.hpp"
#include "members/sessions.hpp"
#include "tests/members/house.hpp"

using testing::Browser;
using testing::House;

TEST_CASE("a session lasts 14 days from its last use") {
    House house;
    auto browser = house.sign_in(house.add("Noor Haddad"));
    house.pass(std::chrono::days(13));
    CHECK(house.get(browser, "/settings").status == 200);
    house.write([](store::Writer&) {}); // what was noted for later is done by now
    house.pass(std::chrono::days(13));
    CHECK(house.get(browser, "/settings").status == 200);
    house.write([](store::Writer&) {});
    house.pass(std::chrono::days(14));
    CHECK(house.get(browser, "/settings").status == 303);
}

TEST_CASE("however much it is used, a session ends 30 days after it began") {
    House house;
    auto browser = house.sign_in(house.add("Noor Haddad"));
    for (int day = 1; day < 30; ++day) {
        house.pass(std::chrono::days(1));
        REQUIRE(house.get(browser, "/settings").status == 200);
        house.write([](store::Writer&) {});
    }
    house.pass(std::chrono::days(1));
    CHECK(house.get(browser, "/settings").status == 303);
}

TEST_CASE("a use within the hour writes nothing and sets no cookie") {
    House house;
    auto browser = house.sign_in(house.add("Noor Haddad"));
    const auto version = house.database.version();
    house.pass(std::chrono::minutes(59));
    CHECK(house.get(browser, "/members").headers.get("Set-Cookie").empty());
    house.write([](store::Writer&) {});
    CHECK(house.database.version() == version + 1);
    house.pass(std::chrono::minutes(1));
    CHECK(house.get(browser, "/members").headers.get("Set-Cookie").starts_with("cohort="));
}

TEST_CASE("the data file holds only the hash of a session") {
    House house;
    const auto noor = house.add("Noor Haddad");
    const auto browser = house.sign_in(noor);
    const auto sessions = members::sessions_of(house.db(), noor, house.now);
    REQUIRE(sessions.size() == 1);
    CHECK(sessions[0].hash == base::sha256_hex(browser.cookies.at("cohort")));
}

TEST_CASE("signing in again changes the session, and the old one is worth nothing") {
    House house;
    const auto noor = house.add("Noor Haddad");
    auto browser = house.sign_in(noor);
    Browser old = browser;
    house.get(browser, "/settings");
    const auto again =
        house.post(browser, "/sign-in",
                   {{"email", "noor-haddad@example.org"}, {"password", std::string(House::password)}});
    REQUIRE(again.status == 303);
    CHECK(browser.cookies.at("cohort") != old.cookies.at("cohort"));
    CHECK(house.get(browser, "/settings").status == 200);
    CHECK(house.get(old, "/settings").status == 303);
}

TEST_CASE("a sign-in that is under way when its password is changed or its account closed opens nothing") {
    for (const bool closes : {false, true}) {
        House house;
        const auto noor = house.add("Noor Haddad");
        // Kept at another cost, so that signing in would write it anew, with a salt: the moment to come
        // between.
        const auto old = members::hash_password(House::password, house.random, {128, 1, 1});
        house.write([&](store::Writer& db) { members::set_password_hash(db, noor, old); });
        const auto changed = members::hash_password("ten red kites fly", house.random, {64, 1, 1});
        house.salts = [&](std::span<std::byte> salt) {
            house.random(salt);
            house.write([&](store::Writer& db) {
                if (closes)
                    members::set_account(db, noor, site::Role::member, house.alder, house.now);
                else
                    members::set_password_hash(db, noor, changed);
            });
        };
        Browser browser;
        house.get(browser, "/sign-in");
        const auto response =
            house.post(browser, "/sign-in",
                       {{"email", "noor-haddad@example.org"}, {"password", std::string(House::password)}});
        CHECK(response.status == 422);
        CHECK(testing::holds(response, "The e-mail address or the password is not right."));
        CHECK_FALSE(browser.cookies.contains("cohort"));
        CHECK(members::sessions_of(house.db(), noor, house.now).empty());
        const auto kept = house.db().get<std::string, "SELECT password_hash FROM members WHERE id = ?">(noor);
        CHECK(kept == (closes ? old : changed));
    }
}

TEST_CASE("of two changes of a password that were under way together the later opens nothing") {
    House house;
    const auto noor = house.add("Noor Haddad");
    auto browser = house.sign_in(noor);
    house.get(browser, "/settings/sign-in");
    const auto changed = members::hash_password("ten red kites fly", house.random, {64, 1, 1});
    house.salts = [&](std::span<std::byte> salt) {
        house.random(salt);
        house.write([&](store::Writer& db) { members::set_password_hash(db, noor, changed); });
    };
    const auto late = house.post(
        browser, "/settings/password",
        {{"current_password", std::string(House::password)}, {"password", "nine blue boats sail"}});
    CHECK(late.status == 422);
    CHECK(members::find_credentials(house.db(), noor)->password_hash == changed);
}

TEST_CASE("signing out ends the session and takes the cookie away") {
    House house;
    auto browser = house.sign_in(house.add("Noor Haddad"));
    Browser stolen = browser;
    const auto response = house.post(browser, "/sign-out", {});
    CHECK(response.status == 303);
    CHECK_FALSE(browser.cookies.contains("cohort"));
    CHECK(response.headers.get("Clear-Site-Data") == "\"cache\"");
    CHECK(house.get(stolen, "/settings").status == 303);
}

TEST_CASE("a member ends one own session or all others, never somebody else's") {
    House house;
    const auto noor = house.add("Noor Haddad");
    auto office = house.sign_in(noor);
    auto phone = house.sign_in(noor);
    auto other = house.sign_in(house.add("Olga Reyes"));
    house.post(other, "/settings/sessions/end", {{"session", base::sha256_hex(phone.cookies.at("cohort"))}});
    CHECK(house.get(phone, "/settings").status == 200);
    house.post(office, "/settings/sessions/end", {{"session", base::sha256_hex(phone.cookies.at("cohort"))}});
    CHECK(house.get(phone, "/settings").status == 303);
    auto tablet = house.sign_in(noor);
    house.post(office, "/settings/sessions/end", {});
    CHECK(house.get(tablet, "/settings").status == 303);
    CHECK(house.get(office, "/settings").status == 200);
}

TEST_CASE("behind TLS the cookie is bound to the host and Secure, on loopback it has a plain name") {
    server::Request request;
    server::Response plain;
    members::set_session_cookie(request, plain, "abc");
    CHECK(plain.headers.get("Set-Cookie").starts_with("cohort=abc;"));
    CHECK(plain.headers.get("Set-Cookie").find("Secure") == std::string_view::npos);
    request.secure = true;
    server::Response secure;
    members::set_session_cookie(request, secure, "abc");
    CHECK(secure.headers.get("Set-Cookie").starts_with("__Host-cohort=abc;"));
    CHECK(secure.headers.get("Set-Cookie").find("; Secure") != std::string_view::npos);
    CHECK(secure.headers.get("Set-Cookie").find("HttpOnly") != std::string_view::npos);
    request.headers.add("Cookie", "cohort=planted; __Host-cohort=own");
    CHECK(members::session_of(request) == "own");
}

TEST_CASE("a browser is named in a few words") {
    CHECK(members::browser_name(
              "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0") ==
          "Firefox on Windows");
    CHECK(members::browser_name(
              "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 "
              "Safari/537.36 Edg/126.0") == "Edge on Windows");
    CHECK(members::browser_name("") == "A browser on a computer");
}
