#include "base/digest.hpp"
#include "base/random.hpp"
#include "tests/support/test.hpp"

TEST_CASE("digests agree with the published vectors") {
    // FIPS 180-4 example; RFC 4231 test case 2; RFC 4648 section 10.
    CHECK(base::sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(base::hex(base::hmac_sha256("Jefe", "what do ya want for nothing?")) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(base::base64url("f") == "Zg");
    CHECK(base::base64url("foobar") == "Zm9vYmFy");
    CHECK(base::base64url("\xff\xfe\xfd") == "__79");
}

TEST_CASE("base64url is read back, in its one spelling alone") {
    for (const std::string bytes : {"", "f", "fo", "foo", "\xff\xfe\xfd\xfc"})
        CHECK(base::from_base64url(base::base64url(bytes)) == bytes);
    for (const auto* wrong : {"Z", "Zh", "Zg==", "Zm9vYmF+", "Zm9v YmFy"})
        CHECK_FALSE(base::from_base64url(wrong));
}

TEST_CASE("equal means equal to the last byte") {
    CHECK(base::equal_in_constant_time("token", "token"));
    CHECK_FALSE(base::equal_in_constant_time("token", "tokem"));
    CHECK_FALSE(base::equal_in_constant_time("token", "token "));
}

TEST_CASE("random tokens are long and never the same") {
    const auto random = base::system_random();
    CHECK(base::random_token(random).size() == 43);
    CHECK(base::random_token(random) != base::random_token(random));
}
