#include "revisions/begin_edit.hpp"
#include "standards/proposals/handlers.hpp"
#include "standards/proposals/may.hpp"
#include "standards/proposals/proposal_form.hpp"
#include "standards/proposals/proposal_view.hpp"

namespace standards {
namespace {

constexpr std::string_view new_place = "/standards/proposals/new";

/// A beginning is easier than an empty field; parts that stay empty are left out.
constexpr std::string_view outline =
    "A Center …\n\n## Clauses\n\n### \n\n## Why it matters\n\n\n## Evidence\n\n";

ProposalForm form_of(server::Fields values, std::optional<base::Problem> problem = {}) {
    auto place = revisions::place_in(values, new_place);
    return {.heading = "Propose a standard",
            .save = "Propose it",
            .action = server::link<"/standards/proposals">(),
            .back = server::link<"/standards/proposals">(),
            .place = std::move(place),
            .state = {std::move(values), std::move(problem)},
            .is_new = true,
            .crumbs = way_to_proposals()};
}

} // namespace

server::Response show_new_proposal(site::Context& c) {
    server::Fields beginning;
    beginning.add("title", c.query.line("title"));
    beginning.add("body", outline);
    auto begun = revisions::begin_new(c, new_place, std::move(beginning));
    auto form = form_of(std::move(begun.fields));
    form.draft = std::move(begun.draft);
    return show_proposal_form(c, form);
}

server::Response new_proposal_form(site::Context& c, server::Fields filled) {
    return show_proposal_form(c, form_of(std::move(filled)));
}

server::Response post_proposal(site::Context& c) {
    if (revisions::wants_preview(c)) {
        auto form = form_of(c.input);
        add_preview(c.db, form);
        return show_proposal_form(c, form);
    }
    const auto sent = read_proposal(c);
    const auto made = c.write([&](store::Writer& db) {
        auto id = propose(db, c.viewer, sent, c.now);
        if (id) revisions::forget_draft(db, c.viewer.id, c.input.line("key"));
        return id;
    });
    if (!made && made.error().kind == base::ProblemKind::invalid)
        return show_proposal_form(c, form_of(c.input, made.error()));
    if (!made) return site::problem(c, made.error());
    return site::done(c, server::link<"/standards/proposals/{}">(*made),
                      "Your idea is there. Ask other Centers to endorse it.");
}

} // namespace standards
