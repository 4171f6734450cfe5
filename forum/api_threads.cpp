#include "forum/api_json.hpp"
#include "forum/handlers.hpp"
#include "forum/input.hpp"
#include "forum/list_query.hpp"
#include "forum/source_store.hpp"
#include "forum/tags.hpp"
#include "forum/thread_store.hpp"
#include "notices/notices.hpp"

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

/// What a PATCH asks for; absent members stay as they are.
struct Change {
    std::optional<Edit> edit{}; // another title
    std::optional<std::vector<std::string>> tags{};
    std::optional<std::optional<base::Time>> needed_by{};
};

base::Result<Change> read_change(site::Context& c, ThreadId id) {
    Change change;
    if (c.input.has("title") || c.input.has("body")) {
        const auto opening = opening_post(c.db, id);
        if (!opening) return base::fail(base::ProblemKind::not_found, "There is no such thread.");
        auto edit = read_edit(c, opening->id, true, revisions::newest(c.db, opening->text));
        if (!edit) return base::fail(edit.error());
        change.edit = *std::move(edit);
    }
    if (c.input.has("tags")) change.tags = tidy_tags(c.input.list("tags"));
    if (c.input.has("needed_by")) {
        const auto needed_by = read_needed_by(c);
        if (!needed_by) return base::fail(needed_by.error());
        change.needed_by = *needed_by;
    }
    return change;
}

base::Result<> edit_title(store::Writer& db, const site::Context& c, const Edit& edit) {
    const auto saved = edit_post(db, c.viewer, edit);
    if (!saved) return base::fail(saved.error());
    if (saved->how == revisions::Saving::conflict)
        return base::fail(base::ProblemKind::conflict,
                          "Somebody else changed it meanwhile. Read it again, then send yours.");
    return {};
}

/// All of it or nothing.
base::Result<> apply(store::Writer& db, const site::Context& c, ThreadId id, const Change& change) {
    const auto& input = c.input;
    base::Result<> done;
    const auto then = [&](auto act) {
        if (done) done = act();
    };
    if (change.edit) then([&] { return edit_title(db, c, *change.edit); });
    if (change.tags) then([&] { return retag_thread(db, c.viewer, id, *change.tags, c.now); });
    if (change.needed_by) then([&] { return set_needed_by(db, c.viewer, id, *change.needed_by); });
    if (input.has("category"))
        then([&] { return move_thread(db, c.viewer, id, input.line("category"), c.now); });
    if (input.has("locked"))
        then([&] {
            return tend_thread(db, c.viewer, id, input.flag("locked") ? Tending::lock : Tending::unlock,
                               c.now);
        });
    if (input.has("pinned"))
        then([&] {
            return tend_thread(db, c.viewer, id, input.flag("pinned") ? Tending::pin : Tending::unpin, c.now);
        });
    if (done && input.has("watching")) {
        const notices::Subject subject{notices::SubjectKind::thread, id.value};
        if (input.flag("watching"))
            notices::watch(db, c.viewer.id, subject, c.now);
        else
            notices::unwatch(db, c.viewer.id, subject);
    }
    return done;
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
    if (const auto thread = readable(c, id); !thread) return site::problem(c, thread.error());
    const auto change = read_change(c, id);
    if (!change) return site::problem(c, change.error());
    const auto done = c.write([&](store::Writer& db) { return apply(db, c, id, *change); });
    if (!done) return site::problem(c, done.error());
    return site::json(to_json(find_thread(c.db, id, c.viewer.id).value(), c.viewer));
}

} // namespace forum
