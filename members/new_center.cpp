#include "base/text.hpp"
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

} // namespace

NewCenter read_center_form(const server::Fields& input) {
    NewCenter center;
    center.slug = input.line("slug");
    center.name = input.line("name");
    center.jurisdiction = input.line("jurisdiction");
    center.state = input.line("state");
    for (char& letter : center.state)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    std::string voters = input.line("registered_voters");
    std::erase(voters, ','); // "61,000"
    center.registered_voters = voters.empty() ? 0 : base::parse_int(voters).value_or(-1);
    center.equipment = input.text("equipment");
    return center;
}

Response show_new_center(Context& c) {
    if (!may_edit_centers(c.viewer)) return not_yours(c);
    return center_form_page(c, "", {});
}

Response save_new_center(Context& c) {
    if (!may_edit_centers(c.viewer)) return not_yours(c);
    const auto center = read_center_form(c.input);
    const auto added = c.write([&](store::Writer& db) { return create_center(db, c.viewer, center, c.now); });
    if (!added && added.error().kind == base::ProblemKind::invalid)
        return center_form_page(c, "", {.values = c.input, .problem = added.error()}, 422);
    if (!added) return site::problem(c, added.error());
    return site::done(c, server::link<"/centers/{}">(read_center(c.db, *added)->slug),
                      "The Center is added.");
}

} // namespace members
