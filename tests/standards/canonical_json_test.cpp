#include "standards/canonical_json.hpp"
#include "tests/support/test.hpp"

#include <boost/json.hpp>

namespace {

namespace json = boost::json;

std::optional<std::string> canonical(std::string_view text) {
    return standards::canonical_json(json::parse(text));
}

} // namespace

TEST_CASE("canonical JSON spells strings and literals as RFC 8785 section 3.2.2 does") {
    CHECK(canonical(R"({
          "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
          "literals": [null, true, false]
        })") == "{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    CHECK(canonical(R"("\u0000\b\t\n\f\r\u001f\u007f")") == "\"\\u0000\\b\\t\\n\\f\\r\\u001f\x7f\"");
}

TEST_CASE("members are sorted by UTF-16 code units as in RFC 8785 section 3.2.3") {
    CHECK(
        canonical(R"({
          "\u20ac": "Euro Sign",
          "\r": "Carriage Return",
          "\ufb33": "Hebrew Letter Dalet With Dagesh",
          "1": "One",
          "\ud83d\ude00": "Emoji: Grinning Face",
          "\u0080": "Control",
          "\u00f6": "Latin Small Letter O With Diaeresis"
        })") ==
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xC2\x80\":\"Control\",\"ö\":\"Latin Small Letter O With "
        "Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\xEF\xAC\xB3\":\"Hebrew Letter Dalet "
        "With Dagesh\"}");
    CHECK(
        canonical(R"({"peach":"This sorting order","péché":"is wrong according to French",
                        "pêche":"but canonicalization MUST","sin":"ignore locale"})") ==
        R"({"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"})");
    CHECK(
        canonical(R"({"1": {"f": {"f": "hi","F": 5} ,"\n": 56}, "10": { }, "": "empty", "a": { },
                        "111": [ {"e": "yes","E": "no" } ], "A": { }})") ==
        R"({"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}})");
}

TEST_CASE("text is not normalized") {
    CHECK(canonical(R"({"Unnormalized Unicode":"A\u030a"})") == "{\"Unnormalized Unicode\":\"A\xCC\x8A\"}");
}

TEST_CASE("only integers that every reader keeps exactly are written") {
    CHECK(canonical("[0,-1,9007199254740991,-9007199254740991]") ==
          "[0,-1,9007199254740991,-9007199254740991]");
    for (const char* refused : {"9007199254740992", "-9007199254740992", "18446744073709551615", "1.0", "1e3",
                                "0.5", "333333333.33333329", "1E30"}) {
        INFO(refused);
        CHECK_FALSE(canonical(refused));
    }
    CHECK_THROWS(standards::canonical_json(json::object{{"half", 0.5}}));
}

TEST_CASE("a text that says the same in another way is not taken for canonical") {
    CHECK(standards::parse_canonical(R"({"a":[1,"é"],"b":null})"));
    for (const char* refused : {"", R"({"b":1,"a":1})", R"({"a": 1})", R"({"a":1,"a":1})", R"(["\u00e9"])",
                                R"(["\/"])", "[-0]", "[1.0]", "[01]", "[1]\n", "\xEF\xBB\xBF[]", "[\"\xFF\"]",
                                R"(["\ud800"])", "[NaN]", "[1,]", "[1] [2]"}) {
        INFO(refused);
        CHECK_FALSE(standards::parse_canonical(refused));
    }
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK(standards::parse_canonical(nested(32)));
    CHECK_FALSE(standards::parse_canonical(nested(33)));
    CHECK_FALSE(standards::parse_canonical(nested(100'000)));
}
