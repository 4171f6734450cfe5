// Every operation of the API, called well and called badly, and its answers held against the description.
#include "tests/http/calls.hpp"
#include "tests/support/test.hpp"

#include <algorithm>
#include <set>

namespace {

using testing::Call;
using testing::call_of;
using testing::differences;
using testing::faulty_fields;
using testing::good_calls;
using testing::send;
using testing::World;

namespace json = boost::json;

using None = std::vector<std::string>;

bool holds(const std::vector<std::string>& all, std::string_view one) {
    return std::ranges::find(all, one) != all.end();
}

json::object object_of(const server::Response& answer) {
    return json::parse(answer.content()).as_object();
}

/// The call's path with things that are not there at its {places}.
std::string elsewhere(const Call& call) {
    const auto& path = call.described().path;
    std::string target;
    for (const auto segment : base::split(std::string_view(path).substr(1), '/')) {
        const bool is_number = segment == "{id}" || segment == "{n}";
        target += '/';
        target += is_number ? "987654" : segment.starts_with('{') ? "nothing-of-this-name" : segment;
    }
    const auto question = call.target.find('?');
    return question == std::string::npos ? target : target + call.target.substr(question);
}

} // namespace

TEST_CASE("every operation answers as the description says") {
    for (const auto& operation : description::operations()) {
        World world; // what one call changes is no concern of the next
        const auto call = call_of(good_calls(world), operation.id);
        const auto answer = send(world, call);
        INFO(call.operation << ": " << answer.content());
        CHECK(answer.status == call.status);
        CHECK(differences(operation, answer) == None{});
    }
}

TEST_CASE("no operation answers without a token, or with one that is not valid") {
    World world;
    for (const auto& call : good_calls(world)) {
        if (call.described().scope().empty()) continue;
        INFO(call.operation);
        for (const auto* token : {"", "cohort_nothing"}) {
            const auto answer = world.scene.call(token, call.method(), call.target, call.body);
            CHECK(answer.status == 401);
            CHECK(differences(call.described(), answer) == None{});
        }
    }
}

TEST_CASE("a browser's cookie opens nothing of the API") {
    World world;
    const auto browser = world.scene.sign_in(world.steward);
    CHECK(world.scene.get(browser, "/api/v1/me").status == 401);
    CHECK(world.scene.post(browser, "/api/v1/threads", {}).status == 401);
}

TEST_CASE("a token does what its scopes say and no more") {
    World world;
    for (const auto& call : good_calls(world)) {
        const auto scope = call.described().scope();
        if (scope.empty()) continue;
        INFO(call.operation);
        const auto& wrong = scope == "read" ? world.writing_token : world.reading_token;
        const auto answer = world.scene.call(wrong, call.method(), call.target, call.body);
        CHECK(answer.status == 403);
        CHECK(differences(call.described(), answer) == None{});
    }
}

TEST_CASE("a wrong verb is told the right ones") {
    World world;
    std::map<std::string, std::set<server::Method>> known; // by path
    const auto calls = good_calls(world);
    for (const auto& call : calls)
        known[call.described().path].insert(call.method());
    using enum server::Method;
    for (const auto& call : calls)
        for (const auto method : {get, post, put, patch, del}) {
            const auto& right = known[call.described().path];
            if (right.contains(method)) continue;
            INFO(base::enum_text(method) << " " << call.target);
            const auto answer = world.scene.call(world.steward_token, method, call.target, "{}");
            CHECK(answer.status == 405);
            for (const auto allowed : right)
                CHECK(answer.headers.get("Allow").find(base::enum_text(allowed)) != std::string_view::npos);
            CHECK(differences(call.described(), answer) == None{});
        }
}

TEST_CASE("an address of nothing answers 404 as a problem") {
    World world;
    for (const auto* target :
         {"/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v2/me", "/api/v1/me/", "/api/"}) {
        INFO(target);
        const auto answer = world.scene.call(world.steward_token, server::Method::get, target);
        CHECK(answer.status == 404);
        CHECK(answer.headers.get("Content-Type") == "application/problem+json");
    }
}

TEST_CASE("what is not there answers 404") {
    World world;
    for (const auto& call : good_calls(world)) {
        if (call.described().shape == call.described().path) continue; // without a place
        const auto target = elsewhere(call);
        const auto answer = world.scene.call(world.token(call.by), call.method(), target, call.body);
        INFO(call.operation << " " << target << ": " << answer.content());
        CHECK(answer.status == 404);
        CHECK(differences(call.described(), answer) == None{});
    }
}

TEST_CASE("an id that is no number answers 404") {
    World world;
    for (const auto* id : {"0", "-1", "x", "1x", "99999999999999999999", "%00", "1%2F2"}) {
        INFO(id);
        for (const auto& path : {"/api/v1/threads/" + std::string(id), "/api/v1/posts/" + std::string(id)})
            CHECK(world.scene.call(world.steward_token, server::Method::get, path).status == 404);
    }
}

TEST_CASE("a body that is not JSON answers 400") {
    World world;
    for (const auto& call : good_calls(world)) {
        if (!call.described().body_schema()) continue;
        for (const auto* body : {"{", "title=words", "{\"title\": }", "{}{}", "\xEF\xBB\xBF{}"}) {
            const auto answer = send(world, call, body);
            INFO(call.operation << " " << body << ": " << answer.content());
            CHECK(answer.status == 400);
            CHECK(differences(call.described(), answer) == None{});
        }
    }
}

TEST_CASE("every missing field is named at once") {
    World world;
    for (const auto& call : good_calls(world)) {
        const auto* schema = call.described().body_schema();
        const auto* required = schema ? schema->if_contains("required") : nullptr;
        if (!required) continue;
        const auto answer = send(world, call, "{}");
        INFO(call.operation << ": " << answer.content());
        CHECK(answer.status == 422);
        CHECK(differences(call.described(), answer) == None{});
        for (const auto& name : required->as_array())
            CHECK(holds(faulty_fields(answer), name.as_string()));
    }
}

TEST_CASE("a field of a wrong kind is named") {
    World world;
    for (const auto& call : good_calls(world)) {
        const auto* schema = call.described().body_schema();
        if (!schema) continue;
        for (const auto& [name, property] : schema->at("properties").as_object()) {
            auto body = json::parse(call.body).as_object();
            body[name] = json::object{{"not", "this"}};
            const auto answer = send(world, call, json::serialize(body));
            INFO(call.operation << " " << name << ": " << answer.content());
            CHECK(answer.status == 422);
            CHECK(holds(faulty_fields(answer), name));
            CHECK(differences(call.described(), answer) == None{});
        }
    }
}

TEST_CASE("a value that is none of the listed ones is named") {
    World world;
    for (const auto& call : good_calls(world)) {
        const auto* schema = call.described().body_schema();
        if (!schema) continue;
        for (const auto& [name, property] : schema->at("properties").as_object()) {
            if (!description::resolve(property).contains("enum")) continue;
            auto body = json::parse(call.body).as_object();
            body[name] = "something else";
            const auto answer = send(world, call, json::serialize(body));
            INFO(call.operation << " " << name << ": " << answer.content());
            CHECK(answer.status == 422);
            CHECK(holds(faulty_fields(answer), name));
        }
    }
}

TEST_CASE("a field beyond its limit is named") {
    World world;
    for (const auto& call : good_calls(world)) {
        const auto* schema = call.described().body_schema();
        if (!schema) continue;
        for (const auto& [name, property] : schema->at("properties").as_object()) {
            const auto& rules = description::resolve(property);
            const auto* most = rules.if_contains("maxLength");
            if (!most && name != "body") continue;
            auto body = json::parse(call.body).as_object();
            // A body has its limit in bytes, and its lines have one too.
            body[name] = most ? std::string(most->to_number<std::size_t>() + 1, 'x') : [] {
                std::string text;
                while (text.size() <= 256 * 1024)
                    text += std::string(99, 'x') + "\n";
                return text;
            }();
            const auto answer = send(world, call, json::serialize(body));
            INFO(call.operation << " " << name);
            CHECK(answer.status == 422);
            CHECK(holds(faulty_fields(answer), name));
        }
    }
}

TEST_CASE("every read has an ETag, and nothing new answers 304") {
    World world;
    for (const auto& call : good_calls(world)) {
        if (call.method() != server::Method::get) continue;
        INFO(call.operation);
        send(world, call); // the first look may mark what is new as seen
        const auto first = send(world, call);
        const auto tag = first.headers.get("ETag");
        REQUIRE(!tag.empty());
        server::Request again;
        const auto question = call.target.find('?');
        again.path = call.target.substr(0, question);
        if (question != std::string::npos) again.query = call.target.substr(question + 1);
        again.headers.add("Authorization", "Bearer " + world.token(call.by));
        again.headers.add("If-None-Match", tag);
        const auto second = world.scene.send(again);
        CHECK(second.status == 304);
        CHECK(second.content().empty());
        CHECK(second.headers.get("ETag") == tag);
        again.headers.set("If-None-Match", "\"something else\"");
        CHECK(world.scene.send(again).status == 200);
    }
}

TEST_CASE("what was created stands where Location says") {
    World world;
    for (const auto& call : good_calls(world)) {
        if (call.status != 201) continue;
        INFO(call.operation);
        const auto answer = send(world, call);
        REQUIRE(answer.status == 201);
        const auto there =
            world.scene.call(world.token(call.by), server::Method::get, answer.headers.get("Location"));
        CHECK(there.status == 200);
        if (there.headers.get("Content-Type") == "application/json")
            CHECK(object_of(there).at("id") == object_of(answer).at("id"));
    }
}

TEST_CASE("a cursor that is none of ours is named") {
    World world;
    for (const auto& call : good_calls(world)) {
        const auto* all = call.described().object->if_contains("parameters");
        const auto parameters = all ? all->as_array() : json::array{};
        const json::value cursor = json::object{{"$ref", "#/components/parameters/Cursor"}};
        if (std::ranges::find(parameters, cursor) == parameters.end()) continue;
        if (call.target.starts_with("/api/v1/members") || call.target.starts_with("/api/v1/centers"))
            continue; // any text is a place in the alphabet
        const auto* const joint = call.target.find('?') == std::string::npos ? "?" : "&";
        for (const auto* text : {"x", "1", "1.x", "1.2.3", "99999999999999999999.1"}) {
            const auto target = call.target + joint + "cursor=" + text;
            const auto answer = world.scene.call(world.token(call.by), server::Method::get, target);
            INFO(target);
            CHECK(answer.status == 422);
            CHECK(holds(faulty_fields(answer), "cursor"));
            CHECK(differences(call.described(), answer) == None{});
        }
    }
}
