#include "tests/http/places.hpp"

#include "members/invitations.hpp"
#include "members/tokens.hpp"

namespace testing {
namespace {

/// An invitation that is open, by its link's secret.
std::string open_invitation(World& world) {
    const site::Viewer steward{.id = world.steward, .role = site::Role::steward};
    return world.scene.database()
        .write([&](store::Writer& db) {
            const members::NewInvitation invitation{.email = "new@example.org",
                                                    .name = "New Clerk",
                                                    .center = members::find_center(db, "alder-county"),
                                                    .role = site::Role::member};
            return members::invite(db, base::system_random(), steward, invitation, world.scene.now());
        })
        .value();
}

} // namespace

Places::Places(World& world) {
    const auto thread = std::to_string(world.thread.thread.value);
    const auto token = members::tokens_of(world.scene.reader(), world.steward).front().id.value;
    const auto& standards = world.standards();
    values_ = {
        {"/standards/proposals/", std::to_string(standards.consultation.value)},
        {"/standards/proposals/{}/revisions/", "1"},
        {"/standards/comments/", std::to_string(standards.comment.value)},
        {"/standards/", standards.number},
        {"/standards/{}/versions/", "1"},
        {"/standards/proposals/{}/ballots/new", std::to_string(standards.consulted.value)},
        {"/standards/proposals/{}/ballots", std::to_string(standards.consulted.value)},
        {"/standards/", standards.number},
        {"/standards/{}/versions/", "1"},
        {"/ballots/", std::to_string(standards.open.value)},
        {"/ballots/{}/certify", std::to_string(standards.closed.value)},
        {"/ballots/{}/record", std::to_string(standards.certified.value)},
        {"/forum/threads/", thread},
        {"/forum/threads/{}/", "who-recruits-students"},
        {"/forum/posts/", std::to_string(world.answer.value)},
        {"/forum/posts/{}/revisions/", "1"},
        {"/forum/categories/", "poll-workers"},
        {"/forum/tags/", "students"},
        {"/practices/", "chain-of-custody"},
        {"/practices/areas/", "poll-workers"},
        {"/practices/{}/revisions/", "1"},
        {"/members/", "ines-marsh"},
        {"/centers/", "alder-county"},
        {"/admin/members/", "ines-marsh"},
        {"/invitations/", open_invitation(world)},
        {"/invitations/{}/revoke", "1"},
        {"/settings/tokens/", std::to_string(token)},
    };
}

std::optional<std::string> Places::fill(std::string_view pattern) const {
    std::string path;
    std::size_t at = 0;
    for (auto place = pattern.find("{}"); place != std::string_view::npos; place = pattern.find("{}", at)) {
        path += pattern.substr(at, place - at);
        // A place may mean one thing in one page and another in the next: the whole pattern goes first.
        auto value = values_.find(pattern);
        if (value == values_.end()) value = values_.find(pattern.substr(0, place));
        if (value == values_.end()) return std::nullopt;
        path += value->second;
        at = place + 2;
    }
    path += pattern.substr(at);
    if (pattern.ends_with("/compare")) path += "?from=1&to=2";
    if (pattern == "/search") path += "?q=students";
    if (pattern == "/suggest") path += "?q=stud";
    return path;
}

} // namespace testing
