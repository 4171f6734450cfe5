// A migrated data file, a few people, and a way to send requests to the routes of a slice without sign-in,
// sessions or sockets: the handlers themselves are what is tested.
#pragma once

#include "members/members.hpp"
#include "server/router.hpp"
#include "site/route.hpp"
#include "tests/support/source_tree.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace desk {

/// The steps of schema/, read from the source tree.
inline const std::vector<store::Migration>& schema() {
    static std::vector<std::string> texts;
    static const std::vector<store::Migration> steps = [] {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(source_tree::path_of("schema")))
            files.push_back(entry.path());
        std::ranges::sort(files);
        std::vector<store::Migration> made;
        texts.reserve(files.size() * 2);
        for (const auto& file : files) {
            texts.push_back(file.stem().string());
            const std::string_view name = texts.back();
            texts.push_back(source_tree::text_of(file));
            made.push_back({std::stoi(std::string(name.substr(0, 4))), name, texts.back()});
        }
        return made;
    }();
    return steps;
}

class Desk {
  public:
    explicit Desk(std::vector<site::Route> routes = {}) : routes_(std::move(routes)) {
        for (const auto& route : routes_)
            router_.add(route.method, route.pattern);
        database_.write([&](store::Writer& db) {
            return members::add_center(db, {"alder-county", "Alder County", "county", "OH", 4'100, ""}, now_);
        });
    }

    base::MemberId add_person(const std::string& name, site::Role role = site::Role::member) {
        const auto id = database_.write([&](store::Writer& db) {
            members::NewMember person;
            person.name = name;
            person.email = base::slug(name) + "@example.org";
            person.role = role;
            if (role == site::Role::member) person.center = members::find_center(db, "alder-county");
            return members::add_member(db, person, now_);
        });
        people_[*id] = {.id = *id, .role = role, .handle = base::slug(name), .name = name};
        if (role == site::Role::member) people_[*id].center = *members::find_center(reader_, "alder-county");
        return *id;
    }
    [[nodiscard]] const site::Viewer& viewer(base::MemberId member) const { return people_.at(member); }

    server::Response get(base::MemberId member, std::string_view target) {
        return send(member, server::Method::get, target, {});
    }
    server::Response post(base::MemberId member, std::string_view target,
                          const std::vector<std::pair<std::string, std::string>>& fields) {
        server::Fields input;
        for (const auto& [name, value] : fields)
            input.add(name, value);
        return send(member, server::Method::post, target, std::move(input));
    }
    server::Response call(base::MemberId member, server::Method method, std::string_view target,
                          std::string_view json = "{}") {
        return send(member, method, target, server::Fields::from_json(json).value());
    }

    void pass(std::chrono::seconds time) { now_ += time; }
    /// What the counter of the inbox says to the next requests.
    void set_waiting(int entries) { waiting_ = entries; }
    [[nodiscard]] base::Time now() const { return now_; }
    store::Database& database() { return database_; }
    store::Reader& db() { return reader_; }
    template <class Job> auto write(Job&& job) { return database_.write(std::forward<Job>(job)); }

  private:
    server::Response send(base::MemberId member, server::Method method, std::string_view target,
                          server::Fields input) {
        server::Request request;
        request.method = method;
        const auto question = target.find('?');
        request.path = target.substr(0, question);
        if (question != std::string_view::npos) request.query = target.substr(question + 1);
        const auto found = router_.find(method, request.path);
        REQUIRE(std::holds_alternative<server::Match>(found));
        const auto& match = std::get<server::Match>(found);
        store::Snapshot snapshot(reader_);
        site::Context context{.services = services_,
                              .request = request,
                              .db = reader_,
                              .snapshot = snapshot,
                              .now = now_,
                              .request_id = "test-1",
                              .viewer = people_.at(member),
                              .query = server::Fields::from_form(request.query).value(),
                              .input = std::move(input),
                              .forgery_token = "a-token",
                              .waiting = waiting_};
        return routes_.at(match.route).handler(context, match.values);
    }

    std::vector<site::Route> routes_;
    server::Router router_;
    testing::TemporaryFolder folder_;
    int waiting_ = 0;
    base::Time now_ = *base::parse_iso_time("2027-03-01T12:00:00Z");
    store::Database database_{folder_.path() / "desk.db", schema()};
    std::unique_ptr<store::Connection> connection_ = database_.open_reader();
    store::Reader reader_{*connection_};
    site::Services services_{database_, [this] { return now_; }, base::system_random()};
    std::map<base::MemberId, site::Viewer> people_;
};

inline bool has(const server::Response& response, std::string_view words) {
    return response.content().find(words) != std::string_view::npos;
}

} // namespace desk
