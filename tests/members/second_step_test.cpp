// The second step, through the pages: turning it on, signing in with it, moving it, turning it off.
#include "tests/members/phone.hpp"

#include <cctype>

using namespace testing;

TEST_CASE("turning it on asks for the password, shows key and square, and ends with ten codes") {
    House house;
    const auto noor = house.add("Noor Haddad");
    auto browser = house.sign_in(noor);
    auto other = house.sign_in(noor);
    house.get(browser, "/settings/second-step");
    const auto wrong =
        house.post(browser, "/settings/second-step", {{"act", "app"}, {"current_password", "no"}});
    CHECK(wrong.status == 422);
    CHECK_FALSE(holds(wrong, "step-key"));

    const auto shown =
        house.post(browser, "/settings/second-step", {{"act", "app"}, {"current_password", own_password}});
    CHECK(holds(shown, "<svg class=\"qr-code\""));
    CHECK(shown.headers.get("Cache-Control") == "no-store");
    CHECK_FALSE(members::second_step_of(house.db(), noor));

    const auto app = Authenticator::from_page(shown.body);
    const auto mistyped = house.post(browser, "/settings/second-step/confirm",
                                     {{"code", "000000"}, {"next", "/centers"}, {"proof", proof_on(shown)}});
    CHECK(mistyped.status == 422);
    CHECK(Authenticator::from_page(mistyped.body).key() == app.key());
    CHECK_FALSE(members::second_step_of(house.db(), noor));

    const std::string before = browser.cookies.at("cohort");
    const auto done =
        house.post(browser, "/settings/second-step/confirm",
                   {{"code", app.code(house.now)}, {"next", "/centers"}, {"proof", proof_on(mistyped)}});
    CHECK(done.status == 200);
    CHECK(codes_of(done.body).size() == 10);
    CHECK(holds(done, "href=\"/centers\""));
    CHECK(done.headers.get("Cache-Control") == "no-store");
    CHECK(members::second_step_of(house.db(), noor)->codes_left == 10);
    // This browser goes on, with a new session; those that never gave a code are out.
    CHECK(browser.cookies.at("cohort") != before);
    CHECK(house.get(browser, "/settings").status == 200);
    CHECK(house.get(other, "/settings").status == 303);
}

TEST_CASE("a key that was shown waits half an hour for its first code") {
    House house;
    auto browser = house.sign_in(house.add("Noor Haddad"));
    const auto shown =
        house.post(browser, "/settings/second-step", {{"act", "app"}, {"current_password", own_password}});
    const auto app = Authenticator::from_page(shown.body);
    house.pass(std::chrono::minutes(30));
    const auto late = house.post(browser, "/settings/second-step/confirm",
                                 {{"code", app.code(house.now)}, {"proof", proof_on(shown)}});
    CHECK(late.status == 303);
    CHECK(late.headers.get("Location") == "/settings/second-step");
}

TEST_CASE("an open browser alone neither sees the key that waits nor confirms it") {
    House house;
    const auto noor = house.add("Noor Haddad");
    auto browser = house.sign_in(noor);
    const auto begin = [&] {
        house.get(browser, "/settings/second-step");
        return house.post(browser, "/settings/second-step",
                          {{"act", "app"}, {"current_password", own_password}});
    };
    const auto older = proof_on(begin());
    const auto shown = begin();
    const auto app = Authenticator::from_page(shown.body);
    auto other = house.sign_in(house.add("Ines Marsh"));
    house.get(other, "/settings/second-step");
    const auto others = proof_on(
        house.post(other, "/settings/second-step", {{"act", "app"}, {"current_password", own_password}}));
    for (const auto& proof : {std::string(), browser.token, older, others})
        for (const auto& code : {std::string("000000"), app.code(house.now)}) {
            const auto response =
                house.post(browser, "/settings/second-step/confirm", {{"code", code}, {"proof", proof}});
            CHECK(response.status == 303);
            CHECK(response.headers.get("Location") == "/settings/second-step");
            CHECK_FALSE(holds(response, "step-key"));
        }
    CHECK_FALSE(members::second_step_of(house.db(), noor));
    CHECK(house
              .post(browser, "/settings/second-step/confirm",
                    {{"code", app.code(house.now)}, {"proof", proof_on(shown)}})
              .status == 200);
}

TEST_CASE("sign-in asks for the code after the right password only, and leads to where one was going") {
    House house;
    const auto noor = house.add("Noor Haddad");
    const auto phone = set_up(house, noor);
    house.pass(std::chrono::minutes(1));

    Browser stranger;
    house.get(stranger, "/sign-in");
    const auto wrong =
        house.post(stranger, "/sign-in", {{"email", "noor-haddad@example.org"}, {"password", "not it"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "The e-mail address or the password is not right."));
    CHECK_FALSE(stranger.cookies.contains("cohort_step"));

    auto browser = half_way(house, "noor-haddad", "/members?name=noor");
    CHECK_FALSE(browser.cookies.contains("cohort"));
    const auto in = house.post(browser, "/sign-in/code",
                               {{"code", phone.app.code(house.now)}, {"next", "/members?name=noor"}});
    CHECK(in.status == 303);
    CHECK(in.headers.get("Location") == "/members?name=noor");
    CHECK_FALSE(browser.cookies.contains("cohort_step"));
    CHECK(house.get(browser, "/settings").status == 200);
}

TEST_CASE("the code page is a form with a field that telephones fill in, and says what is wrong at it") {
    House house;
    set_up(house, house.add("Noor Haddad"));
    auto browser = half_way(house, "noor-haddad");
    const auto page = house.get(browser, "/sign-in/code?next=/members");
    CHECK(holds(page, "autocomplete=\"one-time-code\""));
    CHECK(holds(page, "inputmode=\"numeric\""));
    const auto refused = house.post(browser, "/sign-in/code", {{"code", "123 456"}, {"next", "/members"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "aria-invalid"));
    CHECK(holds(refused, "href=\"#code\""));
    CHECK_FALSE(holds(refused, "123 456"));
    CHECK(holds(refused, "name=\"next\" value=\"/members\""));
    CHECK(house.post(browser, "/sign-in/code", {{"code", ""}}).status == 422);
}

TEST_CASE("half a session opens nothing but the page for the code") {
    House house;
    set_up(house, house.add("Noor Haddad"));
    auto browser = half_way(house, "noor-haddad");
    for (const auto& route : house.routes) {
        if (route.method != server::Method::get || route.door == site::Door::anyone) continue;
        if (route.pattern.starts_with("/api/") || route.pattern.find("{}") != std::string::npos) continue;
        INFO(route.pattern);
        const auto response = house.get(browser, route.pattern);
        CHECK(response.status == 303);
        CHECK(response.headers.get("Location").starts_with("/sign-in"));
    }
    // Not as a session's cookie either, and the API takes no cookie at all.
    browser.cookies["cohort"] = browser.cookies.at("cohort_step");
    CHECK(house.get(browser, "/settings").headers.get("Location").starts_with("/sign-in"));
    CHECK(house.call(browser.cookies.at("cohort_step"), server::Method::get, "/api/v1/me").status == 401);
}

TEST_CASE("half a session lasts ten minutes; then the password is asked for again") {
    House house;
    const auto phone = set_up(house, house.add("Noor Haddad"));
    auto browser = half_way(house, "noor-haddad");
    house.pass(std::chrono::minutes(10));
    const auto late =
        house.post(browser, "/sign-in/code", {{"code", phone.app.code(house.now)}, {"next", "/members"}});
    CHECK(late.status == 401);
    CHECK(holds(late, "Sign in again."));
    CHECK(holds(late, "name=\"next\" value=\"/members\""));
    CHECK(house.get(browser, "/sign-in/code?next=/members").headers.get("Location") ==
          "/sign-in?next=%2Fmembers");
}

TEST_CASE("a code works once, and none that is older works after it") {
    House house;
    const auto phone = set_up(house, house.add("Noor Haddad"));
    house.pass(std::chrono::minutes(2));
    const auto code = phone.app.code(house.now);
    const auto older = phone.app.code(house.now - std::chrono::seconds(30));
    auto first = half_way(house, "noor-haddad");
    CHECK(house.post(first, "/sign-in/code", {{"code", code}}).status == 303);
    auto second = half_way(house, "noor-haddad");
    const auto again = house.post(second, "/sign-in/code", {{"code", code}});
    CHECK(again.status == 422);
    CHECK(holds(again, "used already"));
    CHECK(house.post(second, "/sign-in/code", {{"code", older}}).status == 422);
    house.pass(std::chrono::seconds(30));
    CHECK(house.post(second, "/sign-in/code", {{"code", phone.app.code(house.now)}}).status == 303);
}

TEST_CASE("the code that turned it on does not sign in as well") {
    House house;
    const auto phone = set_up(house, house.add("Noor Haddad"));
    auto browser = half_way(house, "noor-haddad");
    CHECK(house.post(browser, "/sign-in/code", {{"code", phone.app.code(house.now)}}).status == 422);
}

TEST_CASE(
    "a clock that was set back takes no code of before again, and the next ones as soon as it caught up") {
    House house;
    const auto phone = set_up(house, house.add("Noor Haddad"));
    house.pass(std::chrono::minutes(10));
    auto browser = half_way(house, "noor-haddad");
    REQUIRE(house.post(browser, "/sign-in/code", {{"code", phone.app.code(house.now)}}).status == 303);
    house.pass(-std::chrono::minutes(5));
    auto early = half_way(house, "noor-haddad");
    CHECK(house.post(early, "/sign-in/code", {{"code", phone.app.code(house.now)}}).status == 422);
    CHECK(house.post(early, "/sign-in/code", {{"recovery_code", phone.recovery_codes[0]}}).status == 303);
    house.pass(std::chrono::minutes(6));
    auto late = half_way(house, "noor-haddad");
    CHECK(house.post(late, "/sign-in/code", {{"code", phone.app.code(house.now)}}).status == 303);
}

TEST_CASE("a telephone whose clock is half a minute off still signs in") {
    for (const int seconds : {-30, 30}) {
        House house;
        const auto phone = set_up(house, house.add("Noor Haddad"));
        house.pass(std::chrono::minutes(5));
        auto browser = half_way(house, "noor-haddad");
        const auto code = phone.app.code(house.now + std::chrono::seconds(seconds));
        CHECK(house.post(browser, "/sign-in/code", {{"code", code}}).status == 303);
    }
}

TEST_CASE("guessing codes is slow, whichever half session is used for it") {
    House house;
    const auto noor = house.add("Noor Haddad");
    const auto phone = set_up(house, noor);
    house.pass(std::chrono::hours(1));
    int taken = 0;
    for (int hour = 0; hour < 24; ++hour) {
        auto browser = half_way(house, "noor-haddad");
        for (int i = 0; i < 30; ++i) {
            const auto response = house.post(browser, "/sign-in/code", {{"code", "000000"}});
            taken += response.status == 422;
            if (response.status == 429) CHECK_FALSE(response.headers.get("Retry-After").empty());
            house.pass(std::chrono::seconds(12));
        }
        house.pass(std::chrono::minutes(54));
    }
    CHECK(taken >= 60);
    CHECK(taken <= 120); // sixty at first, then sixty a day
    // The owner's sessions go on, and waiting lets the owner in again.
    auto owner = phone.browser;
    CHECK(house.get(owner, "/settings").status == 200);
    house.pass(std::chrono::hours(24));
    auto browser = half_way(house, "noor-haddad");
    CHECK(house.post(browser, "/sign-in/code", {{"code", phone.app.code(house.now)}}).status == 303);
}

TEST_CASE("each recovery code signs in once, however it is typed") {
    House house;
    const auto noor = house.add("Noor Haddad");
    const auto phone = set_up(house, noor);
    REQUIRE(phone.recovery_codes.size() == 10);
    std::string loud = " " + phone.recovery_codes[3] + " ";
    for (auto& c : loud)
        c = c == '-' ? ' ' : static_cast<char>(std::toupper(c));
    auto browser = half_way(house, "noor-haddad");
    CHECK(house.post(browser, "/sign-in/code", {{"recovery_code", loud}}).status == 303);
    CHECK(browser.cookies.at("cohort_notice").find("9%20more") != std::string::npos);
    auto again = half_way(house, "noor-haddad");
    const auto refused = house.post(again, "/sign-in/code", {{"recovery_code", phone.recovery_codes[3]}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "<details class=\"more\" open"));
    CHECK(holds(refused, "href=\"#recovery_code\""));
    CHECK(members::second_step_of(house.db(), noor)->codes_left == 9);
}

TEST_CASE("new recovery codes end the old ones") {
    House house;
    const auto noor = house.add("Noor Haddad");
    auto phone = set_up(house, noor);
    house.pass(std::chrono::minutes(1));
    house.get(phone.browser, "/settings/second-step");
    const auto made = house.post(
        phone.browser, "/settings/second-step",
        {{"act", "codes"}, {"current_password", own_password}, {"code", phone.app.code(house.now)}});
    CHECK(made.status == 200);
    const auto fresh = codes_of(made.body);
    REQUIRE(fresh.size() == 10);
    CHECK(fresh != phone.recovery_codes);
    auto browser = half_way(house, "noor-haddad");
    CHECK(house.post(browser, "/sign-in/code", {{"recovery_code", phone.recovery_codes[0]}}).status == 422);
    CHECK(house.post(browser, "/sign-in/code", {{"recovery_code", fresh[0]}}).status == 303);
}

TEST_CASE("turning it off, or moving it, wants the password and a code") {
    House house;
    const auto noor = house.add("Noor Haddad");
    auto phone = set_up(house, noor);
    house.pass(std::chrono::minutes(1));
    house.get(phone.browser, "/settings/second-step");
    for (const char* act : {"app", "codes", "off"}) {
        INFO(act);
        CHECK(house
                  .post(phone.browser, "/settings/second-step",
                        {{"act", act}, {"current_password", own_password}, {"code", ""}})
                  .status == 422);
    }
    CHECK(house.post(phone.browser, "/settings/second-step", {{"act", "anything"}}).status == 422);
    house.pass(std::chrono::minutes(2));
    CHECK(house
              .post(phone.browser, "/settings/second-step",
                    {{"act", "off"}, {"current_password", "no"}, {"code", phone.app.code(house.now)}})
              .status == 422);
    REQUIRE(members::second_step_of(house.db(), noor));
    CHECK(house
              .post(phone.browser, "/settings/second-step",
                    {{"act", "off"}, {"current_password", own_password}, {"code", phone.app.code(house.now)}})
              .status == 303);
    CHECK_FALSE(members::second_step_of(house.db(), noor));
    CHECK(house.db().get<std::int64_t, "SELECT count(*) FROM recovery_codes">() == 0);
    CHECK_NOTHROW(house.sign_in(noor));
}

TEST_CASE("the old telephone signs in until the new one is confirmed, and not after") {
    House house;
    auto phone = set_up(house, house.add("Noor Haddad"));
    house.pass(std::chrono::minutes(1));
    house.get(phone.browser, "/settings/second-step");
    const auto shown =
        house.post(phone.browser, "/settings/second-step",
                   {{"act", "app"}, {"current_password", own_password}, {"code", phone.recovery_codes[0]}});
    const auto next = Authenticator::from_page(shown.body);
    auto early = half_way(house, "noor-haddad");
    CHECK(house.post(early, "/sign-in/code", {{"code", phone.app.code(house.now)}}).status == 303);
    house.pass(std::chrono::minutes(1));
    CHECK(house
              .post(phone.browser, "/settings/second-step/confirm",
                    {{"code", next.code(house.now)}, {"proof", proof_on(shown)}})
              .status == 200);
    house.pass(std::chrono::minutes(1));
    auto late = half_way(house, "noor-haddad");
    CHECK(house.post(late, "/sign-in/code", {{"code", phone.app.code(house.now)}}).status == 422);
    CHECK(house.post(late, "/sign-in/code", {{"code", next.code(house.now)}}).status == 303);
}

TEST_CASE("a form that waits to be sent comes through the second step word for word") {
    House house;
    const auto phone = set_up(house, house.add("Noor Haddad"));
    house.pass(std::chrono::minutes(1));
    Browser browser;
    house.get(browser, "/sign-in");
    const auto asked = house.post(browser, "/sign-in",
                                  {{"email", "noor-haddad@example.org"},
                                   {"password", own_password},
                                   {"kept_path", "/settings"},
                                   {"kept.about", "Seals & \"bags\""}});
    CHECK(asked.status == 200);
    CHECK(holds(asked, "name=\"kept.about\" value=\"Seals &amp; &quot;bags&quot;\""));
    const auto in = house.post(browser, "/sign-in/code",
                               {{"code", phone.app.code(house.now)},
                                {"kept_path", "/settings"},
                                {"kept.about", "Seals & \"bags\""}});
    CHECK(in.status == 200);
    CHECK(holds(in, "Send what you wrote"));
    CHECK(holds(in, "name=\"about\" value=\"Seals &amp; &quot;bags&quot;\""));
}
