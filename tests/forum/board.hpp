// The forum's and the inbox's routes with a few people at the desk, and short ways to ask and answer.
#pragma once

#include "forum/forum.hpp"
#include "forum/post_store.hpp"
#include "forum/routes.hpp"
#include "forum/thread_store.hpp"
#include "notices/inbox_store.hpp"
#include "notices/routes.hpp"
#include "revisions/routes.hpp"
#include "tests/revisions/desk.hpp"

#include <boost/json/parse.hpp>

namespace desk {

inline std::vector<site::Route> forum_routes() {
    auto routes = forum::routes();
    for (auto& route : notices::routes())
        routes.push_back(std::move(route));
    for (auto& route : revisions::routes())
        routes.push_back(std::move(route));
    return routes;
}

struct Board : Desk {
    Board() : Desk(forum_routes()) {}

    base::MemberId noor = add_person("Noor Haddad");
    base::MemberId theo = add_person("Theo Brandt");
    base::MemberId linh = add_person("Linh Tran");
    base::MemberId coach = add_person("Carla Coach", site::Role::coach);
    base::MemberId steward = add_person("Sam Steward", site::Role::steward);

    revisions::Prepared text(const std::string& title, const std::string& body) {
        return revisions::prepare(db(), revisions::TextKind::post, title, body).value();
    }
    /// A thread of that kind by Noor, unless somebody else is named.
    forum::Started start(const std::string& title, forum::ThreadKind kind = forum::ThreadKind::question,
                         base::MemberId author = {}) {
        forum::NewThread thread;
        thread.kind = kind;
        thread.category = "poll-workers";
        thread.tags = {"staffing"};
        thread.author = {.member = author ? author : noor, .at = now()};
        thread.text = text(title, "The details of: " + title);
        return write([&](store::Writer& w) { return forum::start_thread(w, thread); }).value();
    }
    base::PostId reply(base::ThreadId thread, base::MemberId author, const std::string& body,
                       std::optional<base::PostId> under = {}) {
        const forum::NewPost post{.thread = thread,
                                  .under = under,
                                  .author = {.member = author, .at = now()},
                                  .text = text("", body)};
        return write([&](store::Writer& w) { return forum::add_post(w, post); }).value();
    }
    forum::Thread thread(base::ThreadId id, base::MemberId viewer = {}) {
        return forum::find_thread(db(), id, viewer).value();
    }
    forum::Post post_of(base::PostId id, base::MemberId viewer = {}) {
        return forum::find_post(db(), id, viewer).value();
    }
    /// "answered Which ink?" for each unread entry of the inbox, the newest first.
    std::vector<std::string> inbox(base::MemberId member) {
        std::vector<std::string> lines;
        for (const auto& entry : notices::entries(db(), member, notices::Which::unread, {}, 100))
            lines.push_back(std::string(base::enum_text(entry.reason)) + " " + entry.title);
        return lines;
    }
    /// Waits until what may be written later is written.
    void settle() {
        write([](store::Writer&) { return true; });
    }
    void check_counts() {
        INFO("derived counts against the truth");
        CHECK(forum::check(db()) == std::vector<std::string>{});
    }
};

inline std::string address(base::ThreadId id, std::string_view rest) {
    return "/forum/threads/" + std::to_string(id.value) + "/" + std::string(rest);
}
inline std::string address(base::PostId id, std::string_view rest) {
    return "/forum/posts/" + std::to_string(id.value) + "/" + std::string(rest);
}
inline std::string api(base::ThreadId id, std::string_view rest = "") {
    return "/api/v1/threads/" + std::to_string(id.value) + std::string(rest);
}
inline std::string api(base::PostId id, std::string_view rest = "") {
    return "/api/v1/posts/" + std::to_string(id.value) + std::string(rest);
}

inline boost::json::object parsed(const server::Response& response) {
    return boost::json::parse(response.body).as_object();
}

/// Where in the page these words stand first.
inline std::size_t place(const server::Response& response, std::string_view words) {
    return response.content().find(words);
}

} // namespace desk
