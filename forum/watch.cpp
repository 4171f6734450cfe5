#include "forum/category_store.hpp"
#include "forum/handlers.hpp"
#include "forum/may.hpp"
#include "forum/thread_store.hpp"
#include "notices/notices.hpp"

namespace forum {
namespace {

enum class Watching { start, stop };

void change(site::Context& c, notices::Subject subject, Watching how) {
    c.write([&](store::Writer& db) {
        if (how == Watching::start)
            notices::watch(db, c.viewer.id, subject, c.now);
        else
            notices::unwatch(db, c.viewer.id, subject);
    });
}

Response change_thread(site::Context& c, ThreadId id, Watching how) {
    const auto thread = thread_state(c.db, id);
    if (!thread) return site::not_found(c, "There is no such thread.");
    if (thread->withdrawn && !may_read_withdrawn(c.viewer, thread->author))
        return site::problem(c, base::ProblemKind::gone, "This thread was withdrawn.");
    change(c, {notices::SubjectKind::thread, id.value}, how);
    return site::done(c, server::link<"/forum/threads/{}/{}">(id, thread->slug),
                      how == Watching::start ? "You watch this thread: new replies come into your inbox."
                                             : "You do not watch this thread any more.");
}

Response change_category(site::Context& c, const std::string& slug, Watching how) {
    const auto category = find_category(c.db, slug);
    if (!category) return site::not_found(c, "There is no such category.");
    change(c, {notices::SubjectKind::category, category->id.value}, how);
    return site::done(c, server::link<"/forum/categories/{}">(slug),
                      how == Watching::start ? "You watch this category: new threads come into your inbox."
                                             : "You do not watch this category any more.");
}

} // namespace

Response watch_thread(site::Context& c, ThreadId id) {
    return change_thread(c, id, Watching::start);
}

Response unwatch_thread(site::Context& c, ThreadId id) {
    return change_thread(c, id, Watching::stop);
}

Response watch_category(site::Context& c, const std::string& slug) {
    return change_category(c, slug, Watching::start);
}

Response unwatch_category(site::Context& c, const std::string& slug) {
    return change_category(c, slug, Watching::stop);
}

} // namespace forum
