#include "revisions/begin_edit.hpp"
#include "revisions/conflict_view.hpp"
#include "wiki/handlers.hpp"
#include "wiki/may.hpp"
#include "wiki/page_form.hpp"
#include "wiki/page_input.hpp"
#include "wiki/page_lookup.hpp"
#include "wiki/page_view.hpp"

namespace wiki {

std::string edit_place(const Page& page, std::string_view base_revision) {
    return server::link<"/practices/{}/edit">(page.slug).text() + "?base=" + std::string(base_revision);
}

namespace {

server::Response not_allowed(const site::Context& c) {
    return site::problem(c, base::ProblemKind::not_allowed, "You may not change this page.");
}

server::Url action_of(const Page& page) {
    return server::link<"/practices/{}/edit">(page.slug);
}

PageForm form_of(const site::Context& c, const Page& page, server::Fields values,
                 std::optional<base::Problem> problem = {}) {
    const auto base_revision = values.number("base_revision").value_or(page.revision);
    auto chain = chain_of(c, page);
    PageForm form{.heading = "Edit “" + page.title + "”",
                  .action = action_of(page),
                  .back = address_of(page),
                  .place = edit_place(page, std::to_string(base_revision)),
                  .state = {std::move(values), std::move(problem)},
                  .crumbs = chain.crumbs,
                  .tabs = page_tabs(c, page, Face::edit)};
    if (base_revision > 0 && base_revision < page.revision)
        form.saved_since = chain.compare(static_cast<int>(base_revision), page.revision);
    return form;
}

server::Response conflict_page(site::Context& c, const Page& page, const PageInput& input,
                               revisions::Saved saved) {
    auto conflict = revisions::conflict_of(c.db, page.text, {input.title, input.body, {}}, std::move(saved),
                                           action_of(page));
    conflict.summary = input.summary;
    conflict.place = edit_place(page, std::to_string(conflict.theirs.number));
    return revisions::show_conflict(c, chain_of(c, page), conflict);
}

} // namespace

server::Response show_edit_page(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up(c, slug, "/edit");
    if (!page) return instead;
    if (!may_edit(c.viewer, *page)) return not_allowed(c);

    auto edit = revisions::begin_edit(c, page->text, edit_place(*page, ""));
    auto form = form_of(c, *page, std::move(edit.fields));
    form.draft = std::move(edit.draft);
    return show_page_form(c, form);
}

server::Response post_edit_page(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up(c, slug, "/edit");
    if (!page) return instead;
    if (!may_edit(c.viewer, *page)) return not_allowed(c);
    if (revisions::wants_preview(c)) {
        auto form = form_of(c, *page, c.input);
        add_preview(c.db, form);
        return show_page_form(c, form);
    }

    auto input = read_page_input(c);
    auto saved = save_input(c, *page, input);
    if (!saved && saved.error().kind == base::ProblemKind::invalid)
        return show_page_form(c, form_of(c, *page, c.input, saved.error()));
    if (!saved) return site::problem(c, saved.error());
    if (saved->how == revisions::Saving::conflict) return conflict_page(c, *page, input, *std::move(saved));
    return site::done(c, address_of(*page), revisions::words_for(saved->how));
}

} // namespace wiki
