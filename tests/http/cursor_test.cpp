// Walking a list by `next` visits everything once, whatever the size of the parts.
#include "tests/http/calls.hpp"
#include "tests/support/test.hpp"

namespace {

using testing::World;

namespace json = boost::json;

/// The walked items' names, part by part.
std::vector<std::string> walk(World& world, const std::string& target, std::string_view name) {
    std::vector<std::string> visited;
    std::string cursor;
    for (int parts = 0; parts < 100; ++parts) {
        const auto joint = target.find('?') == std::string::npos ? "?" : "&";
        const auto answer = world.scene.call(
            world.asker_token, server::Method::get,
            target + (cursor.empty() ? "" : joint + ("cursor=" + server::percent_encode(cursor))));
        INFO(target << " " << cursor << ": " << answer.content());
        REQUIRE(answer.status == 200);
        const auto list = json::parse(answer.content()).as_object();
        for (const auto& item : list.at("items").as_array())
            visited.push_back(json::serialize(item.at(name)));
        if (list.at("next").is_null()) return visited;
        cursor = list.at("next").as_string();
    }
    FAIL("the list does not end");
    return visited;
}

void check_list(World& world, const std::string& path, std::string_view name, std::size_t number) {
    const std::string joint = path.find('?') == std::string::npos ? "?" : "&";
    const auto whole = walk(world, path + joint + "limit=50", name);
    CHECK(whole.size() == number);
    for (const auto* limit : {"1", "2", "3"}) {
        INFO(path << " " << limit);
        CHECK(walk(world, path + joint + "limit=" + limit, name) == whole);
    }
}

} // namespace

TEST_CASE("walking a list of the API by next visits everything once") {
    World world;
    auto& scene = world.scene;
    for (int i = 0; i < 4; ++i) {
        const auto title = "Who sweeps room " + std::to_string(i) + "?";
        if (i % 2 == 0) scene.pass(std::chrono::minutes(1)); // two in the same second
        scene.ask(world.helper, title, "The **caretaker** is away, @noor-haddad.");
        scene.write_page(world.helper, "Caretaker duty " + std::to_string(i),
                         "Sweep room " + std::to_string(i) + ".");
        scene.add_person("Person " + std::to_string(i));
        scene.answer(world.helper, world.thread.thread, "Another answer " + std::to_string(i));
    }
    scene.database().write([&](store::Writer& db) {
        for (const auto* slug : {"birch-county", "cedar-county", "dogwood-county", "elm-county"})
            members::add_center(db, {slug, slug, "county", "OH", 900, ""}, scene.now());
    });

    check_list(world, "/api/v1/members", "handle", 7);
    check_list(world, "/api/v1/centers", "slug", 5);
    check_list(world, "/api/v1/centers?state=OH", "slug", 5);
    check_list(world, "/api/v1/pages", "id", 5);
    check_list(world, "/api/v1/pages?area=poll-workers", "id", 5);
    check_list(world, "/api/v1/pages/chain-of-custody/revisions", "number", 3);
    check_list(world, "/api/v1/inbox", "id", walk(world, "/api/v1/inbox?limit=50", "id").size());
    for (const auto* sort : {"active", "new", "unanswered", "needed_by"}) {
        const auto path = "/api/v1/threads?sort=" + std::string(sort);
        check_list(world, path, "id", walk(world, path + "&limit=50", "id").size());
    }
    check_list(world, "/api/v1/threads", "id", 5);
    check_list(world, "/api/v1/threads?category=poll-workers&kind=question", "id", 5);
    check_list(world, "/api/v1/search?q=caretaker", "address",
               walk(world, "/api/v1/search?q=caretaker&limit=50", "address").size());
}
