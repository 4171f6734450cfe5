#include "members/accounts.hpp"
#include "members/center_form.hpp"
#include "members/center_form_view.hpp"
#include "members/handlers.hpp"
#include "members/may.hpp"

namespace members {
namespace {

Response not_yours(const Context& c) {
    return site::problem(c, base::ProblemKind::not_allowed, "Administrators can do this.");
}

parts::State state_of(const Center& center) {
    parts::State state;
    state.values.add("name", center.name);
    state.values.add("jurisdiction", center.jurisdiction);
    state.values.add("state", center.state);
    state.values.add("registered_voters", std::to_string(center.registered_voters));
    state.values.add("equipment", center.equipment);
    return state;
}

} // namespace

Response show_edit_center(Context& c, Text slug) {
    if (!may_edit_centers(c.viewer)) return not_yours(c);
    const auto center = read_center(c.db, slug);
    if (!center) return site::not_found(c, "There is no such Center.");
    return center_form_page(c, center->slug, state_of(*center));
}

Response save_center(Context& c, Text slug) {
    if (!may_edit_centers(c.viewer)) return not_yours(c);
    const auto center = read_center(c.db, slug);
    if (!center) return site::not_found(c, "There is no such Center.");
    const auto facts = read_center_form(c.input);
    const auto saved =
        c.write([&](store::Writer& db) { return edit_center(db, c.viewer, center->id, facts, c.now); });
    if (!saved && saved.error().kind == base::ProblemKind::invalid)
        return center_form_page(c, center->slug, {.values = c.input, .problem = saved.error()}, 422);
    if (!saved) return site::problem(c, saved.error());
    return site::done(c, server::link<"/centers/{}">(center->slug), "The Center is saved.");
}

} // namespace members
