#include "forum/thread_change.hpp"

#include "forum/category_store.hpp"
#include "forum/input.hpp"
#include "forum/post_store.hpp"
#include "forum/tags.hpp"
#include "forum/thread_store.hpp"
#include "notices/notices.hpp"

namespace forum {
namespace {

std::optional<bool> read_truth(const server::Fields& input, std::string_view field,
                               server::Complaints& complaints) {
    if (!input.has(field)) return std::nullopt;
    const auto truth = input.truth(field);
    if (!truth) complaints.add(field, "Say true or false.");
    return truth;
}

base::Result<revisions::Saved> unchanged() {
    revisions::Saved saved;
    saved.how = revisions::Saving::unchanged;
    return saved;
}

base::Result<> tend(store::Writer& db, const Viewer& viewer, ThreadId thread, const ThreadChange& change,
                    base::Time at) {
    base::Result<> done;
    if (change.locked)
        done = tend_thread(db, viewer, thread, *change.locked ? Tending::lock : Tending::unlock, at);
    if (done && change.pinned)
        done = tend_thread(db, viewer, thread, *change.pinned ? Tending::pin : Tending::unpin, at);
    return done;
}

/// Whether a field was sent, and changed: a form says how it came, so that what its writer left alone does
/// not undo what somebody else set meanwhile.
bool is_changed(const server::Fields& input, const std::string& field) {
    const auto before = field + "_before";
    return input.has(field) && !(input.has(before) && input.list(before) == input.list(field));
}

void set_watching(store::Writer& db, const Viewer& viewer, ThreadId thread, bool watching, base::Time at) {
    const notices::Subject subject{notices::SubjectKind::thread, thread.value};
    if (watching)
        notices::watch(db, viewer.id, subject, at);
    else
        notices::unwatch(db, viewer.id, subject);
}

} // namespace

void read_tags_and_day(site::Context& c, const Thread& thread, ThreadChange& change,
                       server::Complaints& complaints) {
    if (is_changed(c.input, "tags")) {
        change.tags = tidy_tags(c.input.list("tags"));
        check_tags(complaints, *change.tags);
    }
    if (!is_changed(c.input, "needed_by")) return;
    const auto day = c.input.line("needed_by");
    if (thread.needed_by && day_text(*thread.needed_by) == day) return;
    if (thread.kind != ThreadKind::question && !day.empty())
        return complaints.add("needed_by", "Only a question has a day by which an answer is needed.");
    if (const auto needed_by = read_needed_by(c))
        change.needed_by = *needed_by;
    else
        collect(complaints, needed_by.error(), "needed_by");
}

base::Result<ThreadChange> read_thread_change(site::Context& c, const Thread& thread) {
    server::Complaints complaints;
    ThreadChange change;
    if (c.input.has("title") || c.input.has("body") || c.input.has("base_revision")) {
        const auto opening = opening_post(c.db, thread.id).value();
        auto edit = read_edit(c, opening.id, true, revisions::newest(c.db, opening.text));
        if (edit)
            change.edit = *std::move(edit);
        else
            collect(complaints, edit.error(), "body");
    }
    read_tags_and_day(c, thread, change, complaints);
    if (c.input.has("category")) {
        change.category = c.input.line("category");
        if (!find_category(c.db, *change.category))
            complaints.add("category", "Choose a category of the list.");
    }
    change.locked = read_truth(c.input, "locked", complaints);
    change.pinned = read_truth(c.input, "pinned", complaints);
    change.watching = read_truth(c.input, "watching", complaints);
    if (complaints.any()) return base::fail(complaints.problem());
    return change;
}

base::Result<revisions::Saved> change_thread(store::Writer& db, const Viewer& viewer, ThreadId thread,
                                             const ThreadChange& change, base::Time at) {
    auto saved = change.edit ? edit_post(db, viewer, *change.edit) : unchanged();
    if (!saved || saved->how == revisions::Saving::conflict) return saved;
    base::Result<> done;
    if (change.tags) done = retag_thread(db, viewer, thread, *change.tags, at);
    if (done && change.needed_by) done = set_needed_by(db, viewer, thread, *change.needed_by);
    if (done && change.category) done = move_thread(db, viewer, thread, *change.category, at);
    if (done) done = tend(db, viewer, thread, change, at);
    if (!done) return base::fail(done.error());
    if (change.watching) set_watching(db, viewer, thread, *change.watching, at);
    return saved;
}

} // namespace forum
