// The API's description holds: every route is in it, and everything in it is a route.
#include "tests/http/description.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/test.hpp"

#include <set>

namespace {

using description::operations;
using description::json::value;

using Calls = std::set<std::string>; // "GET /api/v1/pages/{}"

Calls routed() {
    testing::Scene scene;
    Calls calls;
    for (const auto& route : scene.application().routes())
        if (route.pattern.starts_with("/api/"))
            calls.insert(std::string(base::enum_text(route.method)) + " " + route.pattern);
    return calls;
}

Calls described() {
    Calls calls;
    for (const auto& operation : operations())
        calls.insert(operation.method + " " + operation.shape);
    return calls;
}

Calls without(const Calls& all, const Calls& known) {
    Calls left;
    std::ranges::set_difference(all, known, std::inserter(left, left.end()));
    return left;
}

/// Resolves every $ref below the value; gives their number.
int resolve_all(const value& node) {
    int number = 0;
    if (const auto* array = node.if_array())
        for (const auto& one : *array)
            number += resolve_all(one);
    if (const auto* object = node.if_object()) {
        if (object->contains("$ref")) {
            CHECK_NOTHROW(description::resolve(node));
            ++number;
        }
        for (const auto& [name, member] : *object)
            number += resolve_all(member);
    }
    return number;
}

} // namespace

TEST_CASE("every route of the API is described, and everything described is a route") {
    const auto have = routed();
    const auto told = described();
    CHECK(without(have, told) == Calls{}); // routes that the description leaves out
    CHECK(without(told, have) == Calls{}); // descriptions of nothing
}

TEST_CASE("operations have names of their own") {
    std::set<std::string> ids;
    for (const auto& operation : operations()) {
        INFO(operation.id);
        CHECK(ids.insert(operation.id).second);
    }
}

TEST_CASE("every reference inside the description leads somewhere") {
    CHECK(resolve_all(description::document()) > 50);
}

TEST_CASE("every part of the description is used") {
    const auto text = description::json::serialize(description::document());
    for (const auto& [kind, parts] : description::document().at("components").as_object())
        for (const auto& [name, part] : parts.as_object()) {
            if (kind == "securitySchemes") continue;
            INFO(kind << " " << name);
            CHECK(text.find("\"#/components/" + std::string(kind) + "/" + std::string(name) + "\"") !=
                  std::string::npos);
        }
}

TEST_CASE("every operation says how it succeeds and how it fails") {
    for (const auto& operation : operations()) {
        INFO(operation.id);
        const auto& responses = operation.object->at("responses").as_object();
        int good = 0;
        for (const auto& [status, response] : responses) {
            if (status.starts_with('2')) ++good;
            if (!status.starts_with('4') && status != "default") continue;
            INFO(status);
            const auto& content = description::resolve(response).at("content").as_object();
            CHECK(content.contains("application/problem+json"));
        }
        CHECK(good == 1);
        CHECK(responses.contains("default"));
        CHECK(operation.object->contains("summary"));
        CHECK(operation.object->contains("security"));
    }
}

TEST_CASE("every {place} of a path is described, and no other") {
    for (const auto& operation : operations()) {
        INFO(operation.id);
        std::set<std::string> described;
        if (const auto* parameters = operation.object->if_contains("parameters"))
            for (const auto& one : parameters->as_array()) {
                const auto& parameter = description::resolve(one);
                if (parameter.at("in") == "path")
                    described.insert("{" + std::string(parameter.at("name").as_string()) + "}");
            }
        std::set<std::string> written;
        for (const auto segment : base::split(operation.path, '/'))
            if (segment.starts_with('{')) written.emplace(segment);
        CHECK(described == written);
    }
}

TEST_CASE("the examples of requests conform to their schemas") {
    for (const auto& operation : operations()) {
        const auto* schema = operation.body_schema();
        if (!schema) continue;
        INFO(operation.id);
        const auto& example =
            operation.object->at("requestBody").at("content").at("application/json").at("example");
        CHECK(description::faults(example, *schema) == std::vector<std::string>{});
    }
}

TEST_CASE("the checker tells what differs from a schema") {
    const auto check = [](const char* text, const char* schema) {
        return description::faults(description::json::parse(text),
                                   description::json::parse(schema).as_object());
    };
    using Faults = std::vector<std::string>;
    const auto* person = R"({"type": "object", "required": ["name"], "additionalProperties": false,
                             "properties": {"name": {"type": ["string", "null"], "maxLength": 3}}})";
    CHECK(check(R"({"name": "Ada"})", person) == Faults{});
    CHECK(check(R"({"name": null})", person) == Faults{});
    CHECK(check(R"({})", person) == Faults{"/name is missing"});
    CHECK(check(R"({"name": 7})", person) == Faults{R"(/name has another type than ["string","null"])"});
    CHECK(check(R"({"name": "Grace"})", person) == Faults{"/name has a wrong length"});
    CHECK(check(R"({"name": "Ada", "age": 7})", person) == Faults{"/age is not in the description"});
    CHECK(check(R"(["a", "x"])", R"({"type": "array", "items": {"enum": ["a", "b"]}})") ==
          Faults{R"(/1 is none of the listed values: "x")"});
    CHECK(check("4", R"({"minimum": 5})") == Faults{"the answer is out of bounds"});
    CHECK(check("null", R"({"oneOf": [{"type": "string"}, {"type": "null"}]})") == Faults{});
    CHECK(check("4", R"({"oneOf": [{"type": "string"}, {"type": "null"}]})").size() == 2);
    CHECK_THROWS(check("4", R"({"multipleOf": 2})"));
}
