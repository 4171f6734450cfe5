#include "tests/support/scene.hpp"

#include "base/text.hpp"
#include "members/guard.hpp"
#include "members/sessions.hpp"
#include "members/tokens.hpp"
#include "tests/support/must.hpp"

#include <algorithm>

namespace testing {
namespace {

server::Request request_for(std::string_view target) {
    server::Request request;
    const auto question = target.find('?');
    request.path = target.substr(0, question);
    if (question != std::string_view::npos) request.query = target.substr(question + 1);
    request.headers.add("Host", "cohort.test");
    request.remote = "127.0.0.1";
    return request;
}

} // namespace

app::Settings quiet_settings() {
    app::Settings settings;
    settings.workers = 1;
    settings.rate_limits = false;
    settings.second_step_for.clear();
    return settings;
}

Scene::Scene(const app::Settings& settings)
    : application_(
          database_, settings, [this] { return now_; }, base::system_random()),
      connection_(database_.open_reader()), reader_(*connection_) {
    database_.write([&](store::Writer& db) {
        return members::add_center(db, {"alder-county", "Alder County", "county", "OH", 4'100, "scanners"},
                                   now_);
    });
}

base::MemberId Scene::add_person(const std::string& name, site::Role role, std::string_view center) {
    return must(database_.write([&](store::Writer& db) {
        members::NewMember person;
        person.name = name;
        person.email = base::slug(name) + "@example.org";
        person.role = role;
        if (role == site::Role::member) person.center = members::find_center(db, center);
        return members::add_member(db, person, now_);
    }));
}

Browser Scene::sign_in(base::MemberId member) {
    const auto session = database_.write([&](store::Writer& db) {
        return members::start_session(db, base::system_random(), member, request_for("/"), now_);
    });
    return {"cohort=" + session};
}

std::string Scene::token(base::MemberId member, std::string_view scopes) {
    return must(database_.write([&](store::Writer& db) {
        return members::add_token(db, base::system_random(), member,
                                  {"test", *members::parse_scopes(scopes), 30}, now_);
    }));
}

revisions::Prepared Scene::prepared(revisions::TextKind kind, const std::string& title,
                                    const std::string& body) {
    return must(revisions::prepare(reader_, kind, title, body));
}

forum::Started Scene::ask(base::MemberId author, const std::string& title, const std::string& body) {
    const auto text = prepared(revisions::TextKind::post, title, body);
    return must(database_.write([&](store::Writer& db) {
        forum::NewThread thread;
        thread.category = "poll-workers";
        thread.author = {author, "", now_, ""};
        thread.text = text;
        return forum::start_thread(db, thread);
    }));
}

base::PostId Scene::answer(base::MemberId author, base::ThreadId thread, const std::string& body) {
    const auto text = prepared(revisions::TextKind::post, "", body);
    return must(database_.write([&](store::Writer& db) {
        return forum::add_post(db, {thread, std::nullopt, {author, "", now_, ""}, text});
    }));
}

base::PageId Scene::write_page(base::MemberId author, const std::string& title, const std::string& body) {
    const auto text = prepared(revisions::TextKind::page, title, body);
    return must(database_.write([&](store::Writer& db) {
        return wiki::create_page(db, {"", "poll-workers", author}, text, {author, "", now_, ""});
    }));
}

server::Response Scene::get(const Browser& browser, std::string_view target) {
    auto request = request_for(target);
    if (!browser.cookies.empty()) request.headers.add("Cookie", browser.cookies);
    return send(std::move(request));
}

server::Response Scene::post(const Browser& browser, std::string_view target,
                             const std::vector<std::pair<std::string, std::string>>& fields) {
    auto request = request_for(target);
    request.method = server::Method::post;
    request.headers.add("Origin", "http://cohort.test");
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.headers.add("Cookie", browser.cookies);
    const auto visit = members::visit_of(reader_, request, base::system_random(), now_);
    request.body = "forgery_token=" + members::token_for(visit, forgery_key_);
    for (const auto& [name, value] : fields)
        request.body += "&" + server::percent_encode(name) + "=" + server::percent_encode(value);
    return send(std::move(request));
}

server::Response Scene::call(std::string_view token, server::Method method, std::string_view target,
                             std::string_view json) {
    auto request = request_for(target);
    request.method = method;
    if (!token.empty()) request.headers.add("Authorization", "Bearer " + std::string(token));
    if (!json.empty()) request.headers.add("Content-Type", "application/json");
    request.body = json;
    return send(std::move(request));
}

server::Response Scene::send(server::Request request) {
    return application_.handle(std::move(request), 0);
}

std::string entities_read(std::string_view text) {
    static constexpr std::pair<std::string_view, char> entities[] = {
        {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&#x27;", '\''}};
    std::string out;
    while (!text.empty()) {
        const auto stop = std::min(text.find('&'), text.size());
        out += text.substr(0, stop);
        text.remove_prefix(stop);
        if (text.empty()) break;
        const auto* found =
            std::ranges::find_if(entities, [&](const auto& one) { return text.starts_with(one.first); });
        out += found == std::end(entities) ? '&' : found->second;
        text.remove_prefix(found == std::end(entities) ? 1 : found->first.size());
    }
    return out;
}

std::string visible_text(std::string_view html) {
    std::string text;
    while (!html.empty()) {
        const auto tag = std::min(html.find('<'), html.size());
        text += html.substr(0, tag);
        html.remove_prefix(std::min(html.find('>', tag), html.size() - 1) + 1);
    }
    return entities_read(text);
}

bool shows(const server::Response& response, std::string_view words) {
    return visible_text(response.content()).find(words) != std::string::npos;
}

} // namespace testing
