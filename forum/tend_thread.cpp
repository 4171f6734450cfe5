#include "base/text.hpp"
#include "forum/category_store.hpp"
#include "forum/index_store.hpp"
#include "forum/tags.hpp"
#include "forum/thread_store.hpp"
#include "members/members.hpp"
#include "server/url.hpp"

namespace forum {
namespace {

base::Problem no_such_thread() {
    return {base::ProblemKind::not_found, "There is no such thread."};
}

/// For the audit log: a title may change, or be that of many.
std::string place_of(ThreadId id) {
    return server::link<"/forum/threads/{}">(id).text();
}

std::string_view action(Tending how) {
    switch (how) {
    case Tending::lock: return "locked a thread";
    case Tending::unlock: return "unlocked a thread";
    case Tending::pin: return "pinned a thread";
    case Tending::unpin: return "unpinned a thread";
    }
    return "";
}

} // namespace

base::Result<> tend_thread(store::Writer& db, ThreadId id, Tending how, MemberId by, base::Time at) {
    const auto thread = thread_state(db, id);
    if (!thread) return base::fail(no_such_thread());
    const bool lock = how == Tending::lock || how == Tending::unlock;
    const bool on = how == Tending::lock || how == Tending::pin;
    if ((lock ? thread->locked : thread->pinned) == on) return {};
    lock ? set_locked(db, id, on) : set_pinned(db, id, on);
    members::audit(db, by, action(how), place_of(id), thread->title, at);
    return {};
}

base::Result<> move_thread(store::Writer& db, ThreadId id, const std::string& slug, MemberId by,
                           base::Time at) {
    const auto thread = thread_state(db, id);
    if (!thread) return base::fail(no_such_thread());
    const auto category = find_category(db, slug);
    if (!category) return base::fail_field("category", "Choose a category of the list.");
    if (category->id == thread->category) return {};
    if (!thread->withdrawn) {
        count_in_category(db, thread->category, Count::down);
        count_in_category(db, category->id, Count::up);
    }
    set_category(db, id, category->id);
    members::audit(db, by, "moved a thread", place_of(id), thread->title + ", to " + category->name, at);
    index_thread(db, id);
    return {};
}

base::Result<> retag_thread(store::Writer& db, ThreadId id, const std::vector<std::string>& tags, MemberId by,
                            base::Time at) {
    const auto thread = thread_state(db, id);
    if (!thread) return base::fail(no_such_thread());
    server::Complaints complaints;
    check_tags(complaints, tags);
    if (complaints.any()) return base::fail(complaints.problem());
    const auto before = tags_of(db, id);
    if (before == tags) return {};
    clear_tags(db, id);
    add_tags(db, id, tags);
    if (thread->author != by)
        members::audit(db, by, "changed the tags of a thread", place_of(id),
                       base::join(before, ", ") + " → " + base::join(tags, ", "), at);
    index_thread(db, id);
    return {};
}

base::Result<> set_needed_by(store::Writer& db, ThreadId id, std::optional<base::Time> needed_by) {
    const auto thread = thread_state(db, id);
    if (!thread) return base::fail(no_such_thread());
    if (needed_by && thread->kind != ThreadKind::question)
        return base::fail_field("needed_by", "Only a question has a day by which an answer is needed.");
    set_needed(db, id, needed_by);
    return {};
}

} // namespace forum
