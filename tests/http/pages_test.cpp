// Every page that the routes know: it answers, it is sound HTML with the headers that guard it, its links and
// forms lead somewhere, and nobody comes in or changes anything who may not.
#include "tests/http/page.hpp"
#include "tests/http/places.hpp"
#include "tests/support/routes.hpp"
#include "tests/support/test.hpp"

#include <deque>
#include <functional>
#include <set>

namespace {

using server::Method;
using site::Door;
using testing::Places;
using testing::World;

using None = std::vector<std::string>;

bool is_page(const site::Route& route) {
    return !route.pattern.starts_with("/api/") && !route.pattern.starts_with("/static/");
}

/// The pages' routes of that method.
std::vector<site::Route> pages(World& world, Method method) {
    std::vector<site::Route> found;
    for (const auto& route : world.scene.application().routes())
        if (is_page(route) && route.method == method) found.push_back(route);
    return found;
}

bool is_html(const server::Response& response) {
    return response.headers.get("Content-Type").starts_with("text/html");
}

/// What the people of a Center say of it; the program's staff belong to none.
bool is_for_centers(const site::Route& route) {
    return route.pattern.ends_with("/adoption");
}

/// What a browser asks for when it is sent there.
std::string_view without_fragment(std::string_view location) {
    return location.substr(0, location.find('#'));
}

bool is_answer(int status) {
    return status == 200 || status == 303 || status == 308;
}

/// A second version of the answer, so that there is something to compare.
void edit_answer(World& world) {
    const auto changed = world.scene.call(
        world.steward_token, Method::patch, "/api/v1/posts/" + std::to_string(world.answer.value),
        R"({"body": "Ask the [[chain-of-custody]] class.", "summary": "Whom", "base_revision": 1})");
    REQUIRE(changed.status == 200);
    const auto tagged = world.scene.call(world.steward_token, Method::patch,
                                         "/api/v1/threads/" + std::to_string(world.thread.thread.value),
                                         R"({"tags": ["students"]})");
    REQUIRE(tagged.status == 200);
}

server::Request head_request(const testing::Browser& browser, std::string_view target) {
    server::Request request;
    request.method = Method::head;
    const auto question = target.find('?');
    request.path = target.substr(0, question);
    if (question != std::string_view::npos) request.query = target.substr(question + 1);
    request.headers.add("Host", "cohort.test");
    request.headers.add("Cookie", browser.cookies);
    request.remote = "127.0.0.1";
    return request;
}

/// Rises with every commit that another connection made: tells whether anything was written at all.
std::int64_t data_version(World& world) {
    return world.scene.reader().get<std::int64_t, "PRAGMA data_version">();
}

/// A form of ours, but for what a test leaves out.
server::Request form(std::string_view path, std::string_view cookies) {
    server::Request request;
    request.method = Method::post;
    request.path = path.substr(0, path.find('?'));
    request.headers.add("Host", "cohort.test");
    request.headers.add("Origin", "http://cohort.test");
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    if (!cookies.empty()) request.headers.add("Cookie", cookies);
    request.remote = "127.0.0.1";
    request.body = "title=A+kept+title&body=Words+that+took+%22hours%22&reason=Because";
    return request;
}

/// Follows every link from the home page on, as an administrator; every page is sound and every form on it
/// leads to a route. Gives the patterns of the routes that were seen.
std::set<std::string> walk(World& world,
                           const std::function<void(const std::string&, const server::Response&)>& look) {
    const auto administrator =
        world.scene.sign_in(world.scene.add_person("Ada Min", site::Role::administrator));
    const testing::Routes routes(world.scene.application());
    std::set<std::string> known{"/"};
    std::deque<std::string> waiting{"/"};
    std::set<std::string> seen;
    for (; !waiting.empty() && known.size() < 2'000; waiting.pop_front()) {
        const auto here = waiting.front();
        const auto response = world.scene.get(administrator, here);
        INFO(here << " " << response.status);
        if (const auto pattern = routes.pattern(Method::get, here); !pattern.empty()) seen.insert(pattern);
        CHECK(is_answer(response.status));
        if (!is_html(response)) continue;
        CHECK(testing::page_faults(response.content()) == None{});
        for (const auto& link : testing::links_of(response.content()))
            if (known.insert(link).second) waiting.push_back(link);
        for (const auto& form : testing::forms_of(response.content(), here)) {
            INFO("its form " << form.method << " " << form.path);
            const auto method = base::parse_enum<Method>(form.method).value();
            CHECK(routes.pattern(method, form.path) != "");
        }
        look(here, response);
    }
    CHECK(waiting.empty());
    return seen;
}

} // namespace

TEST_CASE("the tests know what to put into the places of every address") {
    World world;
    const Places places(world);
    for (const auto& route : world.scene.application().routes())
        if (is_page(route)) {
            INFO(route.pattern);
            CHECK(places.fill(route.pattern));
        }
}

TEST_CASE("every page answers a steward with sound HTML") {
    World world;
    edit_answer(world);
    const Places places(world);
    const auto steward = world.scene.sign_in(world.steward);
    for (const auto& route : pages(world, Method::get)) {
        const auto path = places.fill(route.pattern).value();
        const auto response = world.scene.get(steward, path);
        INFO(path << " " << response.status);
        const bool is_for_others = route.pattern.starts_with("/admin/") ||
                                   route.pattern == "/centers/{}/edit" || is_for_centers(route);
        CHECK((is_answer(response.status) || (is_for_others && response.status == 403)));
        if (is_html(response)) CHECK(testing::page_faults(response.content()) == None{});
    }
}

TEST_CASE("every page answers an administrator and a member, or says why not") {
    World world;
    edit_answer(world);
    const Places places(world);
    const auto administrator =
        world.scene.sign_in(world.scene.add_person("Ada Min", site::Role::administrator));
    const auto member = world.scene.sign_in(world.asker);
    for (const auto& route : pages(world, Method::get)) {
        const auto path = places.fill(route.pattern).value();
        INFO(path);
        const auto status = world.scene.get(administrator, path).status;
        CHECK((is_answer(status) || (is_for_centers(route) && status == 403)));
        const auto response = world.scene.get(member, path);
        CHECK((is_answer(response.status) || response.status == 403 || response.status == 404));
        if (is_html(response)) CHECK(testing::page_faults(response.content()) == None{});
    }
}

TEST_CASE("a guest is sent to sign in, and led back") {
    World world;
    const Places places(world);
    for (const auto& route : pages(world, Method::get)) {
        const auto path = places.fill(route.pattern).value();
        const auto response = world.scene.get({}, path);
        INFO(path << " " << response.status);
        if (route.door == Door::anyone) {
            CHECK(is_answer(response.status));
            if (is_html(response)) CHECK(testing::page_faults(response.content()) == None{});
        } else {
            CHECK(response.status == 303);
            CHECK(response.headers.get("Location") == "/sign-in?next=" + server::percent_encode(path));
        }
    }
}

TEST_CASE("every answer carries the headers that guard it") {
    World world;
    const Places places(world);
    const auto steward = world.scene.sign_in(world.steward);
    for (const auto& route : pages(world, Method::get)) {
        INFO(route.pattern);
        const auto response = world.scene.get(steward, places.fill(route.pattern).value());
        const auto policy = response.headers.get("Content-Security-Policy");
        CHECK(policy.find("default-src 'none'") != std::string_view::npos);
        CHECK(policy.find("frame-ancestors 'none'") != std::string_view::npos);
        CHECK(policy.find("unsafe-inline") == std::string_view::npos);
        CHECK(response.headers.get("X-Content-Type-Options") == "nosniff");
        CHECK(!response.headers.get("Referrer-Policy").empty());
        CHECK(!response.headers.get("X-Request-Id").empty());
        // What a member sees stays in no cache that others share.
        if (route.door == Door::members)
            CHECK(response.headers.get("Cache-Control").find("public") == std::string_view::npos);
    }
}

TEST_CASE("HEAD answers like GET") {
    World world;
    edit_answer(world);
    const Places places(world);
    const auto steward = world.scene.sign_in(world.steward);
    for (const auto& route : pages(world, Method::get)) {
        if (route.pattern == "/metrics") continue; // counts the questions themselves
        const auto path = places.fill(route.pattern).value();
        INFO(path);
        world.scene.get(steward, path); // the first look may mark what is new as seen
        const auto get = world.scene.get(steward, path);
        const auto head = world.scene.send(head_request(steward, path));
        CHECK(head.status == get.status);
        for (const auto* name : {"Content-Type", "ETag", "Location", "Cache-Control"})
            CHECK(head.headers.get(name) == get.headers.get(name));
    }
}

TEST_CASE("an address that takes forms only leads whoever asks for it to a page") {
    World world;
    edit_answer(world);
    const Places places(world);
    const auto steward = world.scene.sign_in(world.scene.add_person("Ada Min", site::Role::administrator));
    for (const auto& route : pages(world, Method::post)) {
        const auto path = places.fill(route.pattern);
        if (!path || is_for_centers(route)) continue;
        INFO(*path);
        auto response = world.scene.get(steward, *path);
        for (int steps = 0; steps < 3 && is_answer(response.status) && response.status != 200; ++steps)
            response = world.scene.get(steward, without_fragment(response.headers.get("Location")));
        CHECK(response.status == 200);
    }
}

TEST_CASE("every link leads to a page that answers, and every form to one that takes it") {
    World world;
    edit_answer(world);
    const auto seen = walk(world, [](const std::string&, const server::Response&) {});
    CHECK(seen.size() > 25); // the walk really saw the site
}

TEST_CASE("what members write never becomes markup, on no page") {
    World world;
    auto& scene = world.scene;
    const std::string hostile = R"x(<x-evil onclick="x()">"' &lt; </title></textarea><script>x()</script>)x";
    const auto crook = scene.add_person("Bo " + hostile);
    const auto thread =
        scene.ask(crook, "Why " + hostile, hostile + "\n\n## " + hostile + "\n\n[a](javascript:x())");
    scene.answer(crook, thread.thread, "@noor-haddad " + hostile);
    scene.answer(world.asker, thread.thread, "```" + hostile + "\n" + hostile + "\n```");
    const auto page = scene.write_page(crook, "Seals " + hostile,
                                       "# " + hostile + "\n\n[[chain-of-custody|" + hostile + "]]");
    const auto slug = wiki::find_page(scene.reader(), page).value().slug;
    const auto browser = scene.sign_in(crook);
    CHECK(scene
              .post(browser, "/settings",
                    {{"name", "Bo " + hostile},
                     {"title", hostile},
                     {"about", hostile},
                     {"zone", "America/Chicago"}})
              .status == 303);
    CHECK(scene
              .post(browser, "/practices/" + slug + "/edit",
                    {{"title", "Seals " + hostile},
                     {"body", hostile + "\n\nNew"},
                     {"summary", hostile},
                     {"base_revision", "1"}})
              .status == 303);
    int found = 0;
    walk(world, [&](const std::string& path, const server::Response& response) {
        INFO(path);
        for (const auto& element : testing::elements_of(response.content()))
            CHECK(element.name != "x-evil");
        if (testing::shows(response, "<x-evil")) ++found;
    });
    CHECK(found > 10); // it stands on many pages, as text
    for (const auto* path : {"/search?q=", "/suggest?q=", "/nothing/", "/members?name=", "/sign-in?next="}) {
        const auto response = scene.get(browser, path + server::percent_encode(hostile));
        INFO(path << " " << response.status);
        if (is_html(response)) CHECK(testing::page_faults(response.content()) == None{});
    }
}

TEST_CASE("no form is taken without its token, and nothing changes") {
    World world;
    const Places places(world);
    const auto steward = world.scene.sign_in(world.steward);
    for (const auto& route : pages(world, Method::post)) {
        const auto path = places.fill(route.pattern).value();
        INFO(path);
        const auto before = data_version(world);
        auto request = form(path, steward.cookies);
        CHECK(world.scene.send(request).status == 403);
        request.body += "&forgery_token=something-else";
        CHECK(world.scene.send(request).status == 403);
        CHECK(data_version(world) == before);
    }
}

TEST_CASE("no form is taken from another site, whatever token it holds") {
    World world;
    const Places places(world);
    const auto steward = world.scene.sign_in(world.steward);
    const auto token = [&] {
        for (const auto& element : testing::elements_of(world.scene.get(steward, "/settings").content()))
            if (element.get("name") == "forgery_token") return element.get("value");
        return std::string();
    }();
    REQUIRE(!token.empty());
    for (const auto& route : pages(world, Method::post)) {
        const auto path = places.fill(route.pattern).value();
        INFO(path);
        const auto before = data_version(world);
        auto request = form(path, steward.cookies);
        request.headers.set("Origin", "https://elsewhere.example");
        request.body += "&forgery_token=" + token;
        CHECK(world.scene.send(request).status == 403);
        CHECK(data_version(world) == before);
    }
}

TEST_CASE("what somebody typed before their session ended is given back to them") {
    World world;
    const Places places(world);
    for (const auto& route : pages(world, Method::post)) {
        if (route.door == Door::anyone) continue;
        const auto path = places.fill(route.pattern).value();
        INFO(path);
        const auto before = data_version(world);
        const auto response = world.scene.send(form(path, ""));
        CHECK(response.status == 401);
        CHECK(testing::shows(response, "Words that took \"hours\""));
        CHECK(testing::page_faults(response.content()) == None{});
        CHECK(data_version(world) == before);
    }
}

TEST_CASE("a page that is not there is a calm page with the way back") {
    World world;
    const auto steward = world.scene.sign_in(world.steward);
    for (const auto* path : {"/nothing", "/forum/threads/987654/x", "/forum/posts/987654", "/members/nobody",
                             "/centers/nowhere", "/practices/nothing", "/forum/categories/nothing",
                             "/forum/threads/x/y", "/practices/chain-of-custody/revisions/99", "/forum/"}) {
        const auto response = world.scene.get(steward, path);
        INFO(path << " " << response.status);
        CHECK(response.status == 404);
        CHECK(testing::page_faults(response.content()) == None{});
        CHECK(!testing::links_of(response.content()).empty());
    }
}
