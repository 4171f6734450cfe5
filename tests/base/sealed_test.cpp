#include "base/sealed.hpp"
#include "tests/support/test.hpp"

TEST_CASE("what was sealed opens with its key and context alone, whole or not at all") {
    const auto random = base::system_random();
    const auto key = base::random_key(random);
    const std::string text = "decline\nToo dear for an office of two.";
    auto sealed = base::seal(key, text, "ballot 7 seat 3", random);

    CHECK(sealed.size() == text.size() + 28);
    CHECK(sealed.find("decline") == std::string::npos);
    CHECK(base::open_sealed(key, sealed, "ballot 7 seat 3") == text);
    CHECK_FALSE(base::open_sealed(key, sealed, "ballot 7 seat 4"));
    CHECK_FALSE(base::open_sealed(base::random_key(random), sealed, "ballot 7 seat 3"));
    CHECK_FALSE(base::open_sealed(key, sealed.substr(0, 27), "ballot 7 seat 3"));
    CHECK(base::seal(key, text, "ballot 7 seat 3", random) != sealed);
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        sealed[at] = static_cast<char>(sealed[at] ^ 1);
        CHECK_FALSE(base::open_sealed(key, sealed, "ballot 7 seat 3"));
        sealed[at] = static_cast<char>(sealed[at] ^ 1);
    }
}
