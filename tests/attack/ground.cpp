#include "tests/attack/ground.hpp"

#include "members/member_store.hpp"
#include "members/passwords.hpp"
#include "tests/http/page.hpp"

#include <deque>

namespace attack {
namespace {

constexpr int most_of_a_kind = 3;

} // namespace

Ground::Ground() {
    auto& scene = world.scene;
    const testing::Places places(world);
    const auto administrator = scene.add_person("Ada Min", site::Role::administrator);
    const std::map<std::string, base::MemberId> people{{"asker", world.asker},
                                                       {"helper", world.helper},
                                                       {"steward", world.steward},
                                                       {"administrator", administrator}};
    const auto hash = members::hash_password("four grey herons wade", base::system_random(), {8, 1, 1});
    for (const auto& [name, id] : people) {
        browsers_[name] = scene.sign_in(id);
        tokens_[name] = scene.token(id, name == "administrator" ? "read,write,admin" : "read,write");
        scene.database().write([&](store::Writer& db) { members::set_password_hash(db, id, hash); });
    }
    const std::string cookie(scene.get({}, "/sign-in").headers.get("Set-Cookie"));
    browsers_["nobody"] = {std::string(cookie.substr(0, cookie.find(';')))};
    for (const auto& route : scene.application().routes())
        if (route.method == server::Method::get && !route.pattern.starts_with("/api/"))
            if (const auto path = places.fill(route.pattern))
                for (const auto* by : {"administrator", "asker", "helper", "nobody"})
                    if (!path->starts_with("/static/") && *path != "/metrics")
                        addresses_.push_back({by, *path});
    add_calls();
    walk("administrator");
    walk("asker");
    rewind_ = std::make_unique<testing::Rewind>(scene.database());
}

void Ground::add_calls() {
    for (const auto& call : testing::good_calls(world)) {
        if (call.method() != server::Method::get || call.operation == "getDescription") continue;
        for (const auto* by : {"steward", "asker"}) {
            addresses_.push_back({by, call.target});
            if (call.described().path == call.described().shape)
                addresses_.push_back({by, call.target.substr(0, call.target.find('?'))});
        }
    }
}

void Ground::walk(const std::string& by) {
    std::set<std::string> known{"/"};
    std::deque<std::string> waiting{"/"};
    std::map<std::string, int> of_a_kind;
    for (; !waiting.empty(); waiting.pop_front()) {
        const auto here = waiting.front();
        const auto kind = route_of(server::Method::get, here);
        if (kind.empty() || here.starts_with("/static/") || ++of_a_kind[kind] > most_of_a_kind) continue;
        addresses_.push_back({by, here});
        const auto answer = get(addresses_.back());
        if (!answer.headers.get("Content-Type").starts_with("text/html")) continue;
        for (const auto& link : testing::links_of(answer.content()))
            if (known.insert(link).second) waiting.push_back(link);
    }
    std::ranges::sort(addresses_);
    addresses_.erase(std::ranges::unique(addresses_).begin(), addresses_.end());
}

std::string Ground::route_of(server::Method method, std::string_view path) const {
    const auto pattern = routes_.pattern(method, path);
    return pattern.empty() ? "" : std::string(base::enum_text(method)) + " " + pattern;
}

server::Response Ground::get(const Address& address) {
    if (address.path.starts_with("/api/")) return call(address.by, server::Method::get, address.path, "");
    return world.scene.get(browsers_.at(address.by), address.path);
}

server::Response Ground::follow(const Address& address) {
    auto answer = get(address);
    for (int steps = 0; steps < 3 && (answer.status == 303 || answer.status == 308); ++steps) {
        const auto location = answer.headers.get("Location");
        world.scene.database().write(
            [](store::Writer&) {}); // what the first answer marks as seen is so by now
        answer = get({address.by, std::string(location.substr(0, location.find('#')))});
    }
    return answer;
}

server::Response Ground::post(const std::string& by, const std::string& path,
                              const std::vector<std::pair<std::string, std::string>>& fields) {
    return world.scene.post(browsers_.at(by), path, fields);
}

server::Response Ground::call(const std::string& by, server::Method method, const std::string& path,
                              const std::string& json) {
    return world.scene.call(tokens_.at(by), method, path, json);
}

} // namespace attack
