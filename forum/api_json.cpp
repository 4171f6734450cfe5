#include "forum/api_json.hpp"

#include "base/text.hpp"
#include "forum/may.hpp"
#include "forum/people.hpp"
#include "forum/thread_row_view.hpp"

#include <algorithm>

namespace forum {
namespace {

namespace json = boost::json;

json::value or_null(const std::optional<base::Time>& time) {
    return time ? json::value(base::iso_time(*time)) : json::value(nullptr);
}

json::value or_null(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object person_json(const Person& person) {
    return {{"handle", or_null(person.handle)},
            {"name", person.name},
            {"role", base::enum_text(person.role)},
            {"center", or_null(person.center_name)},
            {"state", or_null(person.state)}};
}

json::array list_json(std::string_view commas) {
    json::array items;
    if (!commas.empty())
        for (const auto item : base::split(commas, ','))
            items.emplace_back(item);
    return items;
}

/// When, why and, where no name must stay unsaid, by whom.
template <class Row> json::value withdrawn_json(const Row& row, bool named) {
    if (!row.withdrawn_at) return nullptr;
    return {{"at", base::iso_time(*row.withdrawn_at)},
            {"by", named && row.withdrawn_by ? json::value(*row.withdrawn_by) : json::value(nullptr)},
            {"reason", row.withdrawn_reason}};
}

} // namespace

json::object to_json(const Thread& thread, const site::Viewer& viewer) {
    const bool named = thread.attribution == Attribution::named || may_see_name(viewer, thread.author);
    return {{"id", thread.id.value},
            {"kind", base::enum_text(thread.kind)},
            {"category", thread.category_slug},
            {"title", thread.title},
            {"address", address_of(thread).text()},
            {"author", person_json(author_of(thread, viewer))},
            {"attribution", base::enum_text(thread.attribution)},
            {"created_at", base::iso_time(thread.created_at)},
            {"active_at", base::iso_time(thread.active_at)},
            {"needed_by", or_null(thread.needed_by)},
            {"tags", list_json(thread.tags)},
            {"pinned", thread.pinned},
            {"locked", thread.locked},
            {"replies", thread.replies},
            {"accepted", thread.accepted},
            {"unread", thread.last_post > thread.seen},
            {"withdrawn", withdrawn_json(thread, named)}};
}

json::object to_json(const Post& post, const Thread& thread, const Sources& sources,
                     const site::Viewer& viewer) {
    const bool named = thread.attribution == Attribution::named || may_see_name(viewer, thread.author);
    const auto source = sources.find(post.id);
    const bool shown = !post.withdrawn_at && source != sources.end();
    json::value acceptance = nullptr;
    if (post.accepted)
        acceptance = {
            {"states", list_json(post.accepted_states.value_or(""))},
            {"by", named && post.accepted_by ? json::value(*post.accepted_by) : json::value(nullptr)}};
    return {{"id", post.id.value},
            {"thread", post.thread.value},
            {"number", post.number},
            {"reply_to", post.under ? json::value(post.under->value) : json::value(nullptr)},
            {"address", server::link<"/forum/posts/{}">(post.id).text()},
            {"author", person_json(author_of(post, thread, viewer))},
            {"at", base::iso_time(post.at)},
            {"edited_at", or_null(post.edited_at)},
            {"revision", shown ? json::value(source->second.revision) : json::value(nullptr)},
            {"body", shown ? source->second.body : ""},
            {"html", post.html},
            {"votes", post.votes},
            {"voted", post.voted},
            {"acceptance", std::move(acceptance)},
            {"withdrawn", withdrawn_json(post, named)}};
}

json::array to_json(const PostPage& page, const Thread& thread, const Sources& sources,
                    const site::Viewer& viewer) {
    json::array items;
    for (const auto& post : page.posts) {
        auto object = to_json(post, thread, sources, viewer);
        json::array comments;
        for (const auto& comment :
             std::ranges::equal_range(page.comments, std::optional(post.id), {}, &Post::under))
            comments.push_back(to_json(comment, thread, sources, viewer));
        object["comments"] = std::move(comments);
        items.push_back(std::move(object));
    }
    return items;
}

} // namespace forum
