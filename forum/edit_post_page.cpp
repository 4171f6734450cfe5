#include "base/text.hpp"
#include "forum/category_store.hpp"
#include "forum/handlers.hpp"
#include "forum/input.hpp"
#include "forum/post_chain.hpp"
#include "forum/tags.hpp"
#include "forum/thread_form_view.hpp"
#include "forum/thread_store.hpp"
#include "revisions/conflict_view.hpp"
#include "site/layout.hpp"

namespace forum {
namespace {

/// The post that is edited, and what may be edited with it.
struct Edited {
    PostState post;
    ThreadState thread;
    bool thread_fields;
};

base::Result<Edited> find_edited(site::Context& c, PostId id) {
    const auto post = post_state(c.db, id);
    if (!post) return base::fail(base::ProblemKind::not_found, "There is no such post.");
    const auto thread = thread_state(c.db, post->thread).value();
    if (post->withdrawn) return base::fail(base::ProblemKind::gone, "This post was withdrawn.");
    if (!may_edit(c.viewer, facts(thread), facts(*post)))
        return base::fail(base::ProblemKind::not_allowed,
                          "Only its author, while the thread is open, and the staff may edit a post.");
    return Edited{*post, thread, post->opens() && may_retag(c.viewer, facts(thread))};
}

Response show_form(site::Context& c, const Edited& edited, EditForm form, int status = 200) {
    form.post = edited.post.id;
    form.opens = edited.post.opens();
    form.thread_fields = edited.thread_fields;
    form.question = edited.thread.kind == ThreadKind::question;
    const auto chain = chain_of(c, edited.post, edited.thread);
    const site::Frame frame{
        .title = "Edit a post", .section = "forum", .crumbs = chain.crumbs, .width = "narrow"};
    return site::page(c, frame, [&](html::Writer& w) { edit_view(w, c, form); }, status);
}

/// The form as it was sent, with what is wrong or with its preview.
Response show_again(site::Context& c, const Edited& edited, std::optional<base::Problem> problem) {
    EditForm form{.post = edited.post.id, .state = {c.input, std::move(problem), {}}};
    if (!form.state.problem) {
        form.preview = revisions::preview(c.db, c.input.text("body"));
        if (!*form.preview) form.state.problem = form.preview->error();
    }
    const int status = form.state.problem ? 422 : 200;
    return show_form(c, edited, std::move(form), status);
}

/// Tags and day of the thread, where the form had them.
struct ThreadFields {
    std::optional<std::vector<std::string>> tags{};
    std::optional<std::optional<base::Time>> needed_by{};
};

base::Result<ThreadFields> read_thread_fields(site::Context& c, const Edited& edited) {
    ThreadFields fields;
    if (!edited.thread_fields) return fields;
    if (c.input.has("tags")) {
        fields.tags = tidy_tags(c.input.list("tags"));
        server::Complaints complaints;
        check_tags(complaints, *fields.tags);
        if (complaints.any()) return base::fail(complaints.problem());
    }
    if (c.input.has("needed_by") && edited.thread.kind == ThreadKind::question) {
        const auto before = find_thread(c.db, edited.thread.id, c.viewer.id).value().needed_by;
        // A day that has passed meanwhile may stay.
        if (before && day_text(*before) == c.input.line("needed_by")) return fields;
        const auto needed = read_needed_by(c);
        if (!needed) return base::fail(needed.error());
        fields.needed_by = *needed;
    }
    return fields;
}

base::Result<revisions::Saved> save(store::Writer& db, const site::Context& c, const Edit& edit,
                                    ThreadId thread, const ThreadFields& fields) {
    auto saved = edit_post(db, c.viewer, edit);
    if (!saved) return saved;
    if (fields.tags)
        if (const auto done = retag_thread(db, c.viewer, thread, *fields.tags, c.now); !done)
            return base::fail(done.error());
    if (fields.needed_by)
        if (const auto done = set_needed_by(db, c.viewer, thread, *fields.needed_by); !done)
            return base::fail(done.error());
    if (saved->how != revisions::Saving::conflict)
        revisions::forget_draft(db, c.viewer.id, edit_place(edit.post));
    return saved;
}

Response show_conflict(site::Context& c, const Edited& edited, const Edit& edit,
                       const revisions::Saved& saved) {
    const auto place = edit_place(edit.post);
    const revisions::Conflict conflict{.mine = edit.text,
                                       .theirs = revisions::newest(c.db, edited.post.text),
                                       .merge = saved.merge,
                                       .title = saved.title,
                                       .summary = edit.author.summary,
                                       .action = server::link<"/forum/posts/{}/edit">(edit.post),
                                       .with_title = edited.post.opens(),
                                       .place = place};
    return revisions::show_conflict(c, chain_of(c, edited.post, edited.thread), conflict);
}

} // namespace

Response show_edit(site::Context& c, PostId id) {
    const auto edited = find_edited(c, id);
    if (!edited) return site::problem(c, edited.error());
    const auto newest = revisions::newest(c.db, edited->post.text);
    EditForm form{.post = id, .draft = revisions::find_draft(c.db, c.viewer.id, edit_place(id))};
    auto& values = form.state.values;
    values.add("base_revision", std::to_string(newest.number));
    values.add("title", form.draft && !form.draft->title.empty() ? form.draft->title : newest.title);
    values.add("body", form.draft ? form.draft->body : newest.body);
    if (edited->thread_fields) {
        values.add("tags", base::join(tags_of(c.db, edited->thread.id), ", "));
        const auto needed_by = find_thread(c.db, edited->thread.id, c.viewer.id).value().needed_by;
        if (needed_by) values.add("needed_by", day_text(*needed_by));
    }
    return show_form(c, *edited, std::move(form));
}

Response save_edit(site::Context& c, PostId id) {
    const auto edited = find_edited(c, id);
    if (!edited) return site::problem(c, edited.error());
    if (revisions::wants_preview(c)) return show_again(c, *edited, std::nullopt);
    if (revisions::has_conflict_marks(c.input.raw("body")))
        return show_again(c, *edited,
                          base::fail_field("body",
                                           "Marker lines of a conflict are still in the text: keep what is "
                                           "right and take them out.")
                              .value());
    const auto edit = read_edit(c, id, edited->post.opens(), revisions::newest(c.db, edited->post.text));
    if (!edit) return show_again(c, *edited, edit.error());
    const auto fields = read_thread_fields(c, *edited);
    if (!fields) return show_again(c, *edited, fields.error());

    const auto saved =
        c.write([&](store::Writer& db) { return save(db, c, *edit, edited->thread.id, *fields); });
    if (!saved && saved.error().kind == base::ProblemKind::invalid)
        return show_again(c, *edited, saved.error());
    if (!saved) return site::problem(c, saved.error());
    if (saved->how == revisions::Saving::conflict) return show_conflict(c, *edited, *edit, *saved);
    return site::done(c, server::link<"/forum/posts/{}">(id),
                      saved->how == revisions::Saving::merged
                          ? "Saved, together with what somebody else changed meanwhile."
                          : "Your changes are saved.");
}

} // namespace forum
