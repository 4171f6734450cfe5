// A member of the house with the second step turned on: browser, app and codes on paper.
#pragma once

#include "members/second_step/second_step.hpp"
#include "tests/members/house.hpp"
#include "tests/support/authenticator.hpp"

namespace testing {

inline const std::string own_password(House::password);

struct Phone {
    Browser browser;
    Authenticator app;
    std::vector<std::string> recovery_codes;
};

inline std::vector<std::string> codes_of(std::string_view html) {
    std::vector<std::string> codes;
    constexpr std::string_view before = "<li><code>";
    for (auto at = html.find(before); at != std::string_view::npos; at = html.find(before, at + 1))
        codes.emplace_back(html.substr(at + before.size(), 11));
    return codes;
}

/// What the page with the key carries to be confirmed by.
inline std::string proof_on(const server::Response& page) {
    constexpr std::string_view field = "name=\"proof\" value=\"";
    const auto at = page.body.find(field);
    REQUIRE(at != std::string::npos);
    const auto from = at + field.size();
    return page.body.substr(from, page.body.find('"', from) - from);
}

/// Turns the second step on, as the pages lead.
inline Phone set_up(House& house, Browser browser) {
    house.get(browser, "/settings/second-step");
    const auto shown =
        house.post(browser, "/settings/second-step", {{"act", "app"}, {"current_password", own_password}});
    REQUIRE(shown.status == 200);
    const auto app = Authenticator::from_page(shown.body);
    const auto codes = house.post(browser, "/settings/second-step/confirm",
                                  {{"code", app.code(house.now)}, {"proof", proof_on(shown)}});
    REQUIRE(codes.status == 200);
    return {browser, app, codes_of(codes.body)};
}

inline Phone set_up(House& house, base::MemberId member) {
    return set_up(house, house.sign_in(member));
}

/// A browser that gave the right password and nothing more.
inline Browser half_way(House& house, const std::string& name, const std::string& next = "/members") {
    Browser browser;
    house.get(browser, "/sign-in");
    const auto response = house.post(
        browser, "/sign-in", {{"email", name + "@example.org"}, {"password", own_password}, {"next", next}});
    REQUIRE(response.status == 303);
    const auto where = response.headers.get("Location");
    REQUIRE(where.starts_with("/sign-in/code?next="));
    const auto page = house.get(browser, where);
    CHECK(page.status == 200);
    CHECK(page.headers.get("Cache-Control") == "no-store");
    return browser;
}

} // namespace testing
