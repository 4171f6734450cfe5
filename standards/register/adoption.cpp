#include "standards/proposals/proposal_store.hpp"
#include "standards/register/adoption_input.hpp"
#include "standards/register/adoption_store.hpp"
#include "standards/register/adoption_view.hpp"
#include "standards/register/handlers.hpp"
#include "standards/register/may.hpp"

namespace standards {
namespace {

server::Response refuse(const site::Context& c) {
    return site::problem(c, base::ProblemKind::not_allowed,
                         "Only the people of a Center say how far it is with a standard.");
}

AdoptionPage page_of(site::Context& c, const StandardVersion& standard) {
    const auto center = c.viewer.center;
    return {.standard = standard,
            .text = text_of(c.db, standard),
            .center = center_name(c.db, center),
            .said = adoption_of(c.db, center, standard.id),
            .shared = is_shared(c.db, center, standard.id),
            .last = last_adoption(c.db, center, standard.id)};
}

} // namespace

server::Response show_adoption(site::Context& c, const std::string& number) {
    const auto standard = find_standard(c.db, number);
    if (!standard) return site::not_found(c, "There is no standard of this number.");
    if (!may_adopt(c.viewer)) return refuse(c);
    const auto page = page_of(c, *standard);
    return adoption_page(c, page, {fields_of(page)});
}

server::Response post_adoption(site::Context& c, const std::string& number) {
    const auto standard = find_standard(c.db, number);
    if (!standard) return site::not_found(c, "There is no standard of this number.");
    if (!may_adopt(c.viewer)) return refuse(c);
    const auto input = read_adoption(c.input, text_of(c.db, *standard));
    if (!input) return adoption_page(c, page_of(c, *standard), {c.input, input.error()});
    const bool shared = input->shared.value_or(false); // a box that is not ticked is not sent
    const auto adopted = c.write(
        [&](store::Writer& db) { return adopt(db, c.viewer, number, input->clauses, shared, c.now); });
    if (!adopted && adopted.error().kind == base::ProblemKind::invalid)
        return adoption_page(c, page_of(c, *standard), {c.input, adopted.error()});
    if (!adopted) return site::problem(c, adopted.error());
    return site::done(c, server::link<"/standards/{}/adoption">(number), "Saved.");
}

} // namespace standards
