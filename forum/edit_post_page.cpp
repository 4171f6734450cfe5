#include "base/text.hpp"
#include "forum/category_store.hpp"
#include "forum/handlers.hpp"
#include "forum/input.hpp"
#include "forum/post_chain.hpp"
#include "forum/thread_change.hpp"
#include "forum/thread_form_view.hpp"
#include "forum/thread_store.hpp"
#include "revisions/begin_edit.hpp"
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
    const auto begun = form.state.values.number("base_revision").value_or(0);
    const int newest = revisions::newest_number(c.db, edited.post.text);
    if (begun > 0 && begun < newest) form.saved_since = chain.compare(static_cast<int>(begun), newest);
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

/// What the form asks for, with every fault named at once.
base::Result<ThreadChange> read_change(site::Context& c, const Edited& edited) {
    server::Complaints complaints;
    ThreadChange change;
    auto edit = read_edit(c, edited.post.id, edited.post.opens(), revisions::newest(c.db, edited.post.text));
    if (edit)
        change.edit = *std::move(edit);
    else
        collect(complaints, edit.error(), "body");
    if (edited.thread_fields)
        read_tags_and_day(c, find_thread(c.db, edited.thread.id, c.viewer.id).value(), change, complaints);
    if (revisions::has_conflict_marks(c.input.raw("body")))
        complaints.add("body",
                       "Marker lines of a conflict are still in the text: keep what is right and take "
                       "them out.");
    if (complaints.any()) return base::fail(complaints.problem());
    return change;
}

base::Result<revisions::Saved> save(store::Writer& db, const site::Context& c, ThreadId thread,
                                    const ThreadChange& change) {
    auto saved = change_thread(db, c.viewer, thread, change, c.now);
    if (saved && saved->how != revisions::Saving::conflict)
        revisions::forget_drafts_under(db, c.viewer.id, edit_place(change.edit->post, ""));
    return saved;
}

Response show_conflict(site::Context& c, const Edited& edited, const Edit& edit,
                       const revisions::Saved& saved) {
    auto conflict = revisions::conflict_of(c.db, edited.post.text, edit.text, saved,
                                           server::link<"/forum/posts/{}/edit">(edit.post));
    conflict.summary = edit.author.summary;
    conflict.with_title = edited.post.opens();
    conflict.place = edit_place(edit.post, std::to_string(conflict.theirs.number));
    for (const auto* name : {"tags", "tags_before", "needed_by", "needed_by_before"})
        if (c.input.has(name)) conflict.carried.add(name, c.input.raw(name));
    return revisions::show_conflict(c, chain_of(c, edited.post, edited.thread), conflict);
}

} // namespace

Response show_edit(site::Context& c, PostId id) {
    const auto edited = find_edited(c, id);
    if (!edited) return site::problem(c, edited.error());
    auto edit = revisions::begin_edit(c, edited->post.text, edit_place(id, ""));
    EditForm form{.post = id, .draft = std::move(edit.draft)};
    auto& values = form.state.values;
    values = std::move(edit.fields);
    if (edited->thread_fields) {
        // What the draft holds stands before, and is what the form shows.
        const auto tags = base::join(tags_of(c.db, edited->thread.id), ", ");
        values.add("tags", tags);
        values.add("tags_before", tags);
        const auto needed_by = find_thread(c.db, edited->thread.id, c.viewer.id).value().needed_by;
        values.add("needed_by", needed_by ? day_text(*needed_by) : "");
        values.add("needed_by_before", needed_by ? day_text(*needed_by) : "");
    }
    return show_form(c, *edited, std::move(form));
}

Response save_edit(site::Context& c, PostId id) {
    const auto edited = find_edited(c, id);
    if (!edited) return site::problem(c, edited.error());
    if (revisions::wants_preview(c)) return show_again(c, *edited, std::nullopt);
    const auto change = read_change(c, *edited);
    if (!change) return show_again(c, *edited, change.error());

    const auto saved = c.write([&](store::Writer& db) { return save(db, c, edited->thread.id, *change); });
    if (!saved && saved.error().kind == base::ProblemKind::invalid)
        return show_again(c, *edited, saved.error());
    if (!saved) return site::problem(c, saved.error());
    if (saved->how == revisions::Saving::conflict) return show_conflict(c, *edited, *change->edit, *saved);
    return site::done(c, server::link<"/forum/posts/{}">(id),
                      saved->how == revisions::Saving::merged
                          ? "Saved, together with what somebody else changed meanwhile."
                          : "Your changes are saved.");
}

} // namespace forum
