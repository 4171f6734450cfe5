// Codes of an authenticator app, against the RFC's own table and at the edges of time.
#include "members/second_step/qr_code.hpp"
#include "members/second_step/totp.hpp"
#include "tests/support/authenticator.hpp"
#include "tests/support/test.hpp"

#include <set>

namespace {

constexpr std::string_view rfc_key = "12345678901234567890";

base::Time at(std::int64_t seconds) {
    return base::Time(std::chrono::seconds(seconds));
}

} // namespace

TEST_CASE("the codes of RFC 6238 appendix B hold, in their last six digits") {
    struct Line {
        std::int64_t time;
        std::string_view code;
    };
    for (const auto& [time, code] :
         {Line{59, "287082"}, Line{1'111'111'109, "081804"}, Line{1'111'111'111, "050471"},
          Line{1'234'567'890, "005924"}, Line{2'000'000'000, "279037"}, Line{20'000'000'000, "353130"}}) {
        INFO(time);
        CHECK(members::totp_step(rfc_key, code, at(time)) == time / 30);
    }
}

TEST_CASE("a code holds in its own half minute and in the one on either side") {
    const testing::Authenticator app{std::string(rfc_key)};
    const auto made = at(1'800'000'000); // a step's first second
    const auto code = app.code(made);
    for (const int seconds : {-30, -1, 0, 29, 30, 59}) {
        INFO(seconds);
        CHECK(members::totp_step(rfc_key, code, made + std::chrono::seconds(seconds)) == 60'000'000);
    }
    for (const int seconds : {-31, 60, 3'600}) {
        INFO(seconds);
        CHECK_FALSE(members::totp_step(rfc_key, code, made + std::chrono::seconds(seconds)));
    }
}

TEST_CASE("what is not six digits is no code") {
    for (const std::string_view typed : {"", "28708", "2870820", "28708a", "      ", "-28708", "94287082"})
        CHECK_FALSE(members::totp_step(rfc_key, typed, at(59)));
    CHECK_FALSE(members::totp_step("another key, as long", "287082", at(59)));
}

TEST_CASE("a key has 160 bits, another each time, and is shown in groups of four letters") {
    const auto key = members::new_totp_key(base::system_random());
    CHECK(key.size() == 20);
    CHECK(key != members::new_totp_key(base::system_random()));
    CHECK(members::key_in_groups(rfc_key) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
}

TEST_CASE("the QR code says site, account and key as apps read them") {
    CHECK(members::key_address(rfc_key, "Cohort of Oz", "noor@example.org") ==
          "otpauth://totp/Cohort%20of%20Oz:noor%40example.org"
          "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Cohort%20of%20Oz");
}

TEST_CASE("a QR code is drawn with its margin and the three squares at its corners") {
    html::Writer w;
    members::draw_qr_code(w, members::key_address(rfc_key, "Cohort", "noor@example.org"), "A \"square\"");
    const auto& drawn = w.text();
    CHECK(drawn.starts_with(
        "<svg class=\"qr-code\" role=\"img\" aria-label=\"A &quot;square&quot;\" viewBox="));
    CHECK(drawn.find("M4 4h7v1h-7z") != std::string::npos);  // top left, its upper edge
    CHECK(drawn.find("M4 10h7v1h-7z") != std::string::npos); // and its lower
    CHECK(drawn.find("style") == std::string::npos);
    CHECK_THROWS(members::draw_qr_code(w, std::string(5'000, 'x'), ""));
}
