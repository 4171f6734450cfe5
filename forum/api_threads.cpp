#include "forum/api_json.hpp"
#include "forum/handlers.hpp"
#include "forum/input.hpp"
#include "forum/list_query.hpp"
#include "forum/source_store.hpp"
#include "forum/thread_change.hpp"
#include "forum/thread_store.hpp"
#include "revisions/api.hpp"

#include <algorithm>

namespace forum {
namespace {

namespace json = boost::json;

/// The thread, if the viewer may read it.
base::Result<Thread> readable(site::Context& c, ThreadId id) {
    auto thread = find_thread(c.db, id, c.viewer.id);
    if (!thread) return base::fail(base::ProblemKind::not_found, "There is no such thread.");
    if (thread->withdrawn_at && !may_read_withdrawn(c.viewer, thread->author))
        return base::fail(base::ProblemKind::gone, "This thread was withdrawn. " + thread->withdrawn_reason);
    return *std::move(thread);
}

Response conflict(const site::Context& c, ThreadId id, const Edit& edit, const revisions::Saved& saved) {
    const auto opening = opening_post(c.db, id).value();
    return revisions::conflict_json(c, revisions::conflict_of(c.db, opening.text, edit.text, saved,
                                                              server::link<"/api/v1/threads/{}">(id)));
}

} // namespace

Response api_list_categories(site::Context& c) {
    json::array items;
    for (const auto& category : categories(c.db))
        items.push_back(json::object{{"slug", category.slug},
                                     {"name", category.name},
                                     {"description", category.description},
                                     {"threads", category.threads}});
    return site::listed(std::move(items), std::nullopt);
}

Response api_list_threads(site::Context& c) {
    const auto query = read_query(c, {});
    if (!query) return site::problem(c, query.error());
    const auto limit =
        static_cast<int>(std::clamp<std::int64_t>(c.query.number("limit").value_or(30), 1, 100));
    const auto list = list_threads(c.db, *query, c.viewer.id, c.now, limit);
    json::array items;
    for (const auto& thread : list.threads)
        items.push_back(to_json(thread, c.viewer));
    return site::listed(std::move(items), list.next ? std::optional(list.next->text()) : std::nullopt);
}

Response api_create_thread(site::Context& c) {
    const auto thread = read_new_thread(c);
    if (!thread) return site::problem(c, thread.error());
    const auto started = c.write([&](store::Writer& db) { return start_thread(db, c.viewer, *thread); });
    if (!started) return site::problem(c, started.error());
    return site::created(to_json(find_thread(c.db, started->thread, c.viewer.id).value(), c.viewer),
                         server::link<"/api/v1/threads/{}">(started->thread));
}

Response api_show_thread(site::Context& c, ThreadId id) {
    const auto thread = readable(c, id);
    if (!thread) return site::problem(c, thread.error());
    const auto number = c.query.number("page").value_or(1);
    if (number < 1 || number > 100'000) return site::not_found(c, "The thread has no such page.");
    const int page = static_cast<int>(number);
    const auto posts = page_of_posts(c.db, id, order_of(thread->kind), page, c.viewer.id);
    if (posts.posts.empty()) return site::not_found(c, "The thread has no such page.");

    auto object = to_json(*thread, c.viewer);
    object["posts"] = to_json(posts, *thread, sources_of(c.db, posts), c.viewer);
    object["page"] = page;
    object["next"] = posts.more ? json::value(page + 1) : json::value(nullptr);
    return site::json(object);
}

Response api_change_thread(site::Context& c, ThreadId id) {
    const auto thread = readable(c, id);
    if (!thread) return site::problem(c, thread.error());
    const auto change = read_thread_change(c, *thread);
    if (!change) return site::problem(c, change.error());
    const auto saved =
        c.write([&](store::Writer& db) { return change_thread(db, c.viewer, id, *change, c.now); });
    if (!saved) return site::problem(c, saved.error());
    if (saved->how == revisions::Saving::conflict) return conflict(c, id, *change->edit, *saved);
    auto object = to_json(find_thread(c.db, id, c.viewer.id).value(), c.viewer);
    object["merged"] = saved->how == revisions::Saving::merged;
    return site::json(object);
}

} // namespace forum
