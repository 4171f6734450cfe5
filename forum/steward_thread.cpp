// Lock, pin and move: one button each beside the thread.
#include "forum/acts.hpp"
#include "forum/handlers.hpp"
#include "forum/thread_store.hpp"

namespace forum {
namespace {

Response back_to(const site::Context& c, ThreadId id, const base::Result<>& done, std::string_view notice) {
    if (!done) return site::problem(c, done.error());
    const auto thread = thread_state(c.db, id).value();
    return site::done(c, server::link<"/forum/threads/{}/{}">(id, thread.slug), notice);
}

Response tend(site::Context& c, ThreadId id, Tending how, std::string_view notice) {
    const auto done = c.write([&](store::Writer& db) { return tend_thread(db, c.viewer, id, how, c.now); });
    return back_to(c, id, done, notice);
}

} // namespace

Response lock_thread(site::Context& c, ThreadId id) {
    return tend(c, id, Tending::lock, "The thread is locked.");
}

Response unlock_thread(site::Context& c, ThreadId id) {
    return tend(c, id, Tending::unlock, "The thread takes replies again.");
}

Response pin_thread(site::Context& c, ThreadId id) {
    return tend(c, id, Tending::pin, "The thread is pinned above the others.");
}

Response unpin_thread(site::Context& c, ThreadId id) {
    return tend(c, id, Tending::unpin, "The thread is pinned no longer.");
}

Response move_thread_to(site::Context& c, ThreadId id) {
    const auto category = c.input.line("category");
    const auto done =
        c.write([&](store::Writer& db) { return move_thread(db, c.viewer, id, category, c.now); });
    return back_to(c, id, done, "The thread is moved.");
}

} // namespace forum
