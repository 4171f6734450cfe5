// Hostile and odd JSON as bodies of a call (JSONTestSuite): what is JSON is never refused for its syntax,
// what is none always, and nothing breaks.
#include "tests/http/world.hpp"
#include "tests/support/shared_data.hpp"

#include <openssl/evp.h>

namespace {

std::string from_base64(std::string_view text) {
    std::string bytes(text.size() / 4 * 3, '\0');
    const int size =
        EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                        reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    REQUIRE(size >= 0);
    auto length = static_cast<std::size_t>(size);
    for (; text.ends_with('='); text.remove_suffix(1))
        --length;
    bytes.resize(length);
    return bytes;
}

/// The bytes of a case: written out, or as [text, times] and what follows.
std::string bytes_of(const boost::json::object& one) {
    if (one.contains("b64")) return from_base64(shared_data::text(one, "b64"));
    const auto& repeat = one.at("repeat").as_array();
    std::string bytes;
    for (std::int64_t left = repeat[1].to_number<std::int64_t>(); left > 0; --left)
        bytes += repeat[0].as_string();
    return one.contains("suffix") ? bytes + shared_data::text(one, "suffix") : bytes;
}

} // namespace

TEST_CASE("JSON is told from what is none, however odd") {
    const auto cases = shared_data::read_ndjson("json-suite/parsing.ndjson");
    if (!cases) return;
    CHECK(cases->size() > 300);
    testing::World world;
    for (const auto& one : *cases) {
        const auto name = shared_data::text(one, "name");
        const auto expect = shared_data::text(one, "expect");
        const auto bytes = bytes_of(one);
        for (const auto* target : {"/api/v1/threads", "/api/v1/pages"}) {
            const auto answer = world.scene.call(world.asker_token, server::Method::post, target, bytes);
            INFO(name << " " << expect << ": " << answer.content());
            CHECK(answer.status < 500);
            if (expect == "accept") CHECK(answer.status != 400);
            if (expect == "reject") CHECK(answer.status == 400);
            CHECK(answer.headers.get("Content-Type") == "application/problem+json");
        }
    }
}
