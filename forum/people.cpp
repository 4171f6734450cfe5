#include "forum/people.hpp"

#include "forum/may.hpp"
#include "members/members.hpp"
#include "members/states.hpp"

namespace forum {
namespace {

template <class Row> Person person(const Row& row) {
    Person person{
        row.author_name, row.author_handle, row.author_role, row.center, row.center_name, row.state, {}};
    if (row.center) person.size_band = members::size_band(row.registered_voters);
    return person;
}

template <class Row> Person without_name(Person person, const Row& row, const site::Viewer& viewer) {
    if (may_see_name(viewer, row.author)) {
        person.hidden_from_others = true;
        return person;
    }
    return {unnamed_member(row.registered_voters, row.state), {}, site::Role::member, {}, {}, {}, {}};
}

} // namespace

parts::Author Person::author() const {
    return {.name = name,
            .handle = handle,
            .role = role,
            .center = center,
            .center_name = center_name,
            .state = state,
            .size_band = size_band};
}

Person author_of(const Thread& thread, const site::Viewer& viewer) {
    auto shown = person(thread);
    if (thread.attribution == Attribution::named) return shown;
    return without_name(std::move(shown), thread, viewer);
}

Person author_of(const Post& post, const Thread& thread, const site::Viewer& viewer) {
    auto shown = person(post);
    const bool is_asker = post.author && post.author == thread.author;
    if (thread.attribution == Attribution::named || !is_asker) return shown;
    return without_name(std::move(shown), post, viewer);
}

std::string public_name(const Post& post, const Thread& thread) {
    return author_of(post, thread, site::Viewer{}).name;
}

std::string unnamed_member(std::int64_t registered_voters, std::string_view state) {
    const auto place = members::state_name(state);
    const std::string_view size = registered_voters < 25'000    ? "a small"
                                  : registered_voters < 250'000 ? "a middle-sized"
                                                                : "a large";
    std::string words = "A member of " + std::string(size) + " office";
    if (!place.empty()) words += " in " + std::string(place);
    return words;
}

} // namespace forum
