#include "tests/members/house.hpp"

#include "tests/support/must.hpp"
#include "tests/support/source_tree.hpp"

#include <stdexcept>

namespace testing {
namespace {

constexpr members::PasswordCost cheap{64, 1, 1};

/// The tables of this room.
std::string read_schema() {
    std::string sql;
    for (const char* name : {"schema/0001_members.sql", "schema/0008_second_step.sql"})
        sql += source_tree::text_of(name);
    return sql;
}

store::Migration step(const std::string& sql) {
    return {1, "members.sql", sql};
}

server::Request request_to(server::Method method, std::string_view target) {
    server::Request request;
    request.method = method;
    const auto question = target.find('?');
    request.path = target.substr(0, question);
    if (question != std::string_view::npos) request.query = target.substr(question + 1);
    request.headers.add("Host", "cohort.test");
    request.remote = "192.0.2.7";
    return request;
}

} // namespace

void Browser::take(const server::Response& response) {
    for (const auto& [name, value] : response.headers) {
        if (name != "Set-Cookie") continue;
        const auto pair = value.substr(0, value.find(';'));
        const auto equals = pair.find('=');
        if (value.find("Max-Age=0") != std::string::npos || value.find("Max-Age=-") != std::string::npos)
            cookies.erase(pair.substr(0, equals));
        else
            cookies[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    constexpr std::string_view field = "name=\"forgery_token\" value=\"";
    if (const auto at = response.body.find(field); at != std::string::npos) {
        const auto from = at + field.size();
        token = response.body.substr(from, response.body.find('"', from) - from);
    }
}

std::string Browser::header() const {
    std::string text;
    for (const auto& [name, value] : cookies)
        text += (text.empty() ? "" : "; ") + name + "=" + value;
    return text;
}

House::House()
    : schema_(read_schema()), database(folder_.path() / "cohort.db", std::array{step(schema_)}),
      passwords([this](std::span<std::byte> salt) { salts(salt); }, {2, 16, cheap}),
      services{passwords, limiter, members::installation_key(database, random)},
      common{database, [this] { return now; }, random}, routes(members::routes(services)),
      connection_(database.open_reader()), reader_(*connection_) {
    write([&](store::Writer& writer) {
        alder = must(members::add_center(
            writer,
            {.slug = "alder-county", .name = "Alder County", .state = "OH", .registered_voters = 4'100},
            now));
        birch = must(members::add_center(
            writer, {.slug = "birch-town", .name = "Birch Town", .state = "VT", .registered_voters = 900},
            now));
    });
    for (const auto& route : routes)
        router_.add(route.method, route.pattern);
}

base::MemberId House::add(const std::string& name, site::Role role, std::string_view center) {
    const auto hash = must(passwords.hash(password));
    return must(write([&](store::Writer& writer) {
        members::NewMember member;
        member.name = name;
        member.email = base::slug(name) + "@example.org";
        member.role = role;
        if (role == site::Role::member) member.center = members::find_center(writer, center);
        member.password_hash = hash;
        return members::add_member(writer, member, now);
    }));
}

site::Viewer House::viewer(base::MemberId member) {
    const auto profile = members::read_profile(db(), member);
    return {.id = member,
            .center = profile->center.value_or(base::CenterId{}),
            .role = profile->role,
            .handle = profile->handle,
            .name = profile->name,
            .scopes = {true, true, true}};
}

Browser House::sign_in(base::MemberId member) {
    Browser browser;
    get(browser, "/sign-in");
    const auto profile = members::read_profile(db(), member);
    const auto response =
        post(browser, "/sign-in", {{"email", profile->email}, {"password", std::string(password)}});
    if (response.status != 303) throw std::runtime_error("signing in failed");
    get(browser, "/settings");
    return browser;
}

server::Response House::get(Browser& browser, std::string_view target) {
    auto request = request_to(server::Method::get, target);
    if (!browser.cookies.empty()) request.headers.add("Cookie", browser.header());
    auto response = answer(request);
    browser.take(response);
    return response;
}

server::Response House::post(Browser& browser, std::string_view target, const Form& form) {
    auto request = request_to(server::Method::post, target);
    request.headers.add("Origin", "http://cohort.test");
    if (!browser.cookies.empty()) request.headers.add("Cookie", browser.header());
    request.body = body_of({{"forgery_token", browser.token}}) + "&" + body_of(form);
    auto response = answer(request);
    browser.take(response);
    return response;
}

server::Response House::call(std::string_view bearer, server::Method method, std::string_view target,
                             std::string_view json) {
    auto request = request_to(method, target);
    if (!bearer.empty()) request.headers.add("Authorization", "Bearer " + std::string(bearer));
    request.body = json;
    return answer(request);
}

server::Response House::answer(const server::Request& request) {
    store::Snapshot snapshot(reader_);
    const auto visit = members::visit_of(reader_, request, random, now);
    site::Context c{.services = common,
                    .request = request,
                    .db = reader_,
                    .snapshot = snapshot,
                    .now = now,
                    .request_id = "test",
                    .viewer = visit.viewer,
                    .forgery_token = members::token_for(visit, services.forgery_key)};
    c.query = must(server::Fields::from_form(request.query));
    if (!request.body.empty())
        c.input = must(c.is_api() ? server::Fields::from_json(request.body)
                                  : server::Fields::from_form(request.body));
    const auto found = router_.find(request.method, request.path);
    const auto* match = std::get_if<server::Match>(&found);
    if (!match) return site::not_found(c);
    auto response = members::guard(c, services, visit, routes[match->route]);
    if (!response) response = routes[match->route].handler(c, match->values);
    members::settle(c, visit, *response);
    return *response;
}

std::string body_of(const Form& form) {
    std::string body;
    for (const auto& [name, value] : form)
        body +=
            (body.empty() ? "" : "&") + server::percent_encode(name) + "=" + server::percent_encode(value);
    return body;
}

bool holds(const server::Response& response, std::string_view words) {
    return response.content().find(words) != std::string_view::npos;
}

} // namespace testing
