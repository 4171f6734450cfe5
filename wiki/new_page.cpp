#include "base/text.hpp"
#include "revisions/begin_edit.hpp"
#include "wiki/handlers.hpp"
#include "wiki/page_form.hpp"
#include "wiki/page_input.hpp"

namespace wiki {
namespace {

constexpr std::string_view new_place = "/practices/new";

/// The outline that pages share; a beginning is easier than an empty field.
constexpr std::string_view outline = "Say in two sentences what this practice is for.\n\n"
                                     "## Who does it\n\n\n"
                                     "## When\n\n\n"
                                     "## What you need\n\n- \n\n"
                                     "## Steps\n\n1. \n\n"
                                     "## In a small office\n\n\n"
                                     "## What can go wrong\n\n\n"
                                     "## Differences between states\n";

PageForm form_of(const site::Context& c, server::Fields values, std::optional<base::Problem> problem = {}) {
    auto place = revisions::place_in(values, new_place);
    return {.heading = "Write a new page",
            .action = server::link<"/practices">(),
            .back = server::link<"/practices">(),
            .place = std::move(place),
            .state = {std::move(values), std::move(problem)},
            .areas = areas(c.db),
            .crumbs = {{"Practices", server::link<"/practices">()}}};
}

} // namespace

server::Response new_page_form(site::Context& c, server::Fields filled) {
    return show_page_form(c, form_of(c, std::move(filled)));
}

server::Response show_new_page(site::Context& c) {
    server::Fields beginning;
    beginning.add("title", c.query.line("title"));
    beginning.add("area", c.query.line("area"));
    beginning.add("body", outline);
    auto begun = revisions::begin_new(c, new_place, std::move(beginning));
    auto form = form_of(c, std::move(begun.fields));
    form.draft = std::move(begun.draft);
    return show_page_form(c, form);
}

server::Response post_page(site::Context& c) {
    auto input = read_page_input(c);
    if (revisions::wants_preview(c)) {
        auto form = form_of(c, c.input);
        add_preview(c.db, form);
        return show_page_form(c, form);
    }
    server::Complaints complaints;
    check_page_input(input, complaints);
    if (c.input.line("area").empty()) complaints.add("area", "Choose the practice area that it belongs to.");
    if (complaints.any()) return show_page_form(c, form_of(c, c.input, complaints.problem()));
    const auto text = revisions::prepare(c.db, revisions::TextKind::page, input.title, input.body);
    if (!text) return show_page_form(c, form_of(c, c.input, text.error()));

    const auto made = c.write([&](store::Writer& db) -> base::Result<std::string> {
        const NewPage page{"", c.input.line("area"), c.viewer.id};
        const auto id = create_page(db, page, *text, author_of(c, input));
        if (!id) return base::fail(id.error());
        revisions::forget_draft(db, c.viewer.id, c.input.line("key"));
        return find_page(db, *id)->slug;
    });
    if (!made) return show_page_form(c, form_of(c, c.input, made.error()));
    return site::done(c, server::link<"/practices/{}">(*made), "The page is published.");
}

} // namespace wiki
