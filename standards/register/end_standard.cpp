// The pages on which a steward ends a standard and a member begins a better one.
#include "standards/register/handlers.hpp"
#include "standards/register/may.hpp"
#include "standards/register/standard_view.hpp"

namespace standards {
namespace {

using html::Writer;
using server::link;

server::Response retire_page(const site::Context& c, const StandardVersion& standard,
                             const parts::State& state) {
    auto crumbs = way_to_register();
    crumbs.push_back({standard.number, address_of(standard)});
    std::vector<parts::Option> others;
    for (const auto& other : list_standards(c.db))
        if (other.status == StandardStatus::in_force && other.id != standard.id)
            others.push_back({other.number, other.number + " " + other.title});
    const auto title = "Retire or replace " + standard.number;
    return site::page(
        c, {.title = title, .section = "standards", .crumbs = crumbs, .width = "narrow"},
        [&](Writer& w) {
            parts::page_head(w, title,
                             "Its page stays where it is and says what became of it. A ballot should have "
                             "decided this.");
            parts::form(w, c, link<"/standards/{}/retire">(standard.number), {}, state, [&](Writer& in) {
                parts::select_field(in, state,
                                    {.name = "replaced_by",
                                     .label = "Replaced by",
                                     .options = others,
                                     .first = "Nothing: it is retired",
                                     .optional = true});
                parts::text_area(in, state,
                                 {.name = "reason",
                                  .label = "Why",
                                  .hint = "Stands on the standard's public page and in its ledger.",
                                  .size = "short"});
                parts::acts(in, [&](Writer& row) {
                    parts::submit(row, {.words = "End this standard", .look = parts::Look::danger});
                    parts::button_link(row, address_of(standard), "Back", parts::Look::quiet);
                });
            });
        },
        state.problem ? 422 : 200);
}

} // namespace

server::Response show_retire(site::Context& c, const std::string& number) {
    const auto standard = find_standard(c.db, number);
    if (!standard) return site::not_found(c, "There is no standard of this number.");
    if (!may_retire(c.viewer, standard->status))
        return site::problem(c, base::ProblemKind::not_allowed,
                             "Only stewards may end a standard, and only one that is in force.");
    return retire_page(c, *standard, {});
}

server::Response post_retire(site::Context& c, const std::string& number) {
    const auto standard = find_standard(c.db, number);
    if (!standard) return site::not_found(c, "There is no standard of this number.");
    const auto ended = c.write([&](store::Writer& db) {
        return retire_standard(db, c.viewer, number, c.input.line("replaced_by"), c.input.text("reason"),
                               c.now);
    });
    if (!ended && ended.error().kind == base::ProblemKind::invalid)
        return retire_page(c, *standard, {c.input, ended.error()});
    if (!ended) return site::problem(c, ended.error());
    return site::done(c, address_of(*standard), number + " is no longer in force.");
}

server::Response post_revise(site::Context& c, const std::string& number) {
    const auto proposal =
        c.write([&](store::Writer& db) { return revise_standard(db, c.viewer, number, c.now); });
    if (!proposal) return site::problem(c, proposal.error());
    return site::done(c, link<"/standards/proposals/{}">(*proposal),
                      "A new draft begins from the adopted text. Edit it as you like.");
}

} // namespace standards
