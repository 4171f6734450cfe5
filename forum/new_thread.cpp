#include "forum/category_store.hpp"
#include "forum/handlers.hpp"
#include "forum/input.hpp"
#include "forum/thread_form_view.hpp"
#include "forum/thread_store.hpp"
#include "revisions/begin_edit.hpp"
#include "site/layout.hpp"

namespace forum {
namespace {

constexpr int tags_to_choose = 12;

Response show_form(site::Context& c, NewThreadForm form, int status = 200) {
    form.categories = categories(c.db);
    form.tags = used_tags(c.db, tags_to_choose);
    form.similar = search::similar(c.db, form.state.value("title"));
    const site::Frame frame{.title = std::string(start_words(form.kind)),
                            .section = "forum",
                            .crumbs = {{"Forum", server::link<"/forum">()}},
                            .width = "narrow"};
    return site::page(c, frame, [&](html::Writer& w) { new_thread_view(w, c, form); }, status);
}

ThreadKind kind_of(const server::Fields& fields) {
    return base::parse_enum<ThreadKind>(fields.raw("kind")).value_or(ThreadKind::question);
}

/// The form as it was sent, with what is wrong or with its preview.
Response show_again(site::Context& c, std::optional<base::Problem> problem) {
    NewThreadForm form{.kind = kind_of(c.input), .state = {c.input, std::move(problem), {}}};
    if (!form.state.problem) {
        form.preview = revisions::preview(c.db, c.input.text("body"));
        if (!*form.preview) form.state.problem = form.preview->error();
    }
    const int status = form.state.problem ? 422 : 200;
    return show_form(c, std::move(form), status);
}

} // namespace

Response new_thread(site::Context& c) {
    NewThreadForm form{.kind = kind_of(c.query)};
    if (!may_start(c.viewer, form.kind))
        return site::problem(c, base::ProblemKind::not_allowed,
                             "Announcements are made by the program's staff.");
    server::Fields beginning;
    for (const auto* name : {"category", "tags", "title"})
        beginning.add(name, c.query.raw(name));
    auto begun = revisions::begin_new(c, new_thread_place(form.kind), std::move(beginning));
    form.draft = std::move(begun.draft);
    form.state.values = std::move(begun.fields);
    return show_form(c, std::move(form));
}

Response find_new_thread(site::Context& c) {
    return server::see_other(server::link<"/forum/new?kind={}">(base::enum_text(kind_of(c.query))));
}

Response create_thread(site::Context& c) {
    if (revisions::wants_preview(c)) return show_again(c, std::nullopt);
    const auto thread = read_new_thread(c);
    if (!thread) return show_again(c, thread.error());

    const auto started = c.write([&](store::Writer& db) {
        auto made = start_thread(db, c.viewer, *thread);
        if (made) revisions::forget_draft(db, c.viewer.id, c.input.line("key"));
        return made;
    });
    if (!started && started.error().kind == base::ProblemKind::invalid) return show_again(c, started.error());
    if (!started) return site::problem(c, started.error());
    const auto state = thread_state(c.db, started->thread).value();
    return site::done(c, server::link<"/forum/threads/{}/{}">(state.id, state.slug),
                      thread->kind == ThreadKind::question
                          ? "Your question is posted. Answers come into your inbox."
                          : "It is posted. Replies come into your inbox.");
}

} // namespace forum
