#include "members/accounts.hpp"
#include "members/center_form_view.hpp"
#include "members/handlers.hpp"
#include "members/may.hpp"

namespace members {
namespace {

constexpr int most_people = 500;

Response not_yours(const Context& c) {
    return site::problem(c, base::ProblemKind::not_allowed, "Stewards and administrators can do this.");
}

Response form(Context& c, const Center& center, const parts::State& state, int status = 200) {
    const auto people = list_members(c.db, {.center = center.id, .most = most_people});
    return delegates_page(c, center, people, state, status);
}

/// The members chosen, from the delegate on; "Nobody" between two moves the later ones up.
base::Result<std::vector<base::MemberId>> read_form(Context& c) {
    std::vector<base::MemberId> ranked;
    for (int rank = 0; rank <= most_alternates; ++rank) {
        const auto handle = c.input.line(seat_field(rank));
        if (handle.empty()) continue;
        const auto member = find_by_handle(c.db, handle);
        if (!member) return base::fail_field(seat_field(rank), "Choose a member of the list.");
        ranked.push_back(*member);
    }
    return ranked;
}

} // namespace

Response show_delegates(Context& c, Text slug) {
    if (!may_name_delegates(c.viewer)) return not_yours(c);
    const auto center = read_center(c.db, slug);
    if (!center) return site::not_found(c, "There is no such Center.");
    parts::State state;
    for (const auto& delegate : delegates_of(c.db, center->id))
        state.values.add(seat_field(delegate.rank), delegate.handle);
    return form(c, *center, state);
}

Response save_delegates(Context& c, Text slug) {
    if (!may_name_delegates(c.viewer)) return not_yours(c);
    const auto center = read_center(c.db, slug);
    if (!center) return site::not_found(c, "There is no such Center.");
    const auto refuse = [&](const base::Problem& problem) {
        if (problem.kind != base::ProblemKind::invalid) return site::problem(c, problem);
        return form(c, *center, {.values = c.input, .problem = problem}, 422);
    };
    const auto ranked = read_form(c);
    if (!ranked) return refuse(ranked.error());
    const auto named =
        c.write([&](store::Writer& db) { return name_delegates(db, c.viewer, center->id, *ranked, c.now); });
    if (!named) return refuse(named.error());
    return site::done(c, server::link<"/centers/{}">(center->slug), "The delegates are named.");
}

} // namespace members
