#include "base/text.hpp"
#include "forum/may.hpp"
#include "forum/thread_page.hpp"

namespace forum {
namespace {

using html::link;
using html::Writer;

void watch(Writer& w, const site::Context& c, const ThreadPage& page) {
    const auto action = page.watching ? link<"/forum/threads/{}/unwatch">(page.thread.id)
                                      : link<"/forum/threads/{}/watch">(page.thread.id);
    parts::post_button(w, c, action,
                       {.words = page.watching ? "Watching" : "Watch",
                        .look = parts::Look::plain,
                        .icon = "watch",
                        .context = "this thread",
                        .pressed = page.watching});
    w.put<"<p class=\"hint\">{}</p>">(page.watching ? "New replies come into your inbox."
                                                    : "Watch it, and new replies come into your inbox.");
}

void facts_of(Writer& w, const site::Context& c, const Thread& thread) {
    w.put<"<dl class=\"facts\"><dt>Category</dt><dd><a href=\"{}\">{}</a></dd>">(
        link<"/forum/categories/{}">(thread.category_slug), thread.category_name);
    w.put<"<dt>Started</dt><dd>{}</dd>">([&](Writer& when) { parts::when(when, c, thread.created_at); });
    if (thread.needed_by)
        w.put<"<dt>Needed by</dt><dd>{}</dd>">([&](Writer& day) { parts::date(day, c, *thread.needed_by); });
    w.put<"</dl>">();
    std::vector<std::string> names;
    if (!thread.tags.empty())
        for (const auto name : base::split(thread.tags, ','))
            names.emplace_back(name);
    parts::tags(w, names);
}

void move_form(Writer& w, const site::Context& c, const ThreadPage& page) {
    parts::State state;
    state.values.add("category", page.thread.category_slug);
    std::vector<parts::Option> options;
    for (const auto& category : page.categories)
        options.push_back({category.slug, category.name});
    parts::form(w, c, link<"/forum/threads/{}/move">(page.thread.id), {}, state, [&](Writer& form) {
        parts::select_field(form, state, {.name = "category", .label = "Move to", .options = options});
        parts::submit(form, {.words = "Move", .look = parts::Look::plain});
    });
}

void tend(Writer& w, const site::Context& c, const ThreadPage& page) {
    const auto id = page.thread.id;
    if (may_tend(c.viewer)) {
        parts::post_button(w, c,
                           page.thread.locked ? link<"/forum/threads/{}/unlock">(id)
                                              : link<"/forum/threads/{}/lock">(id),
                           {.words = page.thread.locked ? "Unlock" : "Lock", .icon = "lock"});
        parts::post_button(w, c,
                           page.thread.pinned ? link<"/forum/threads/{}/unpin">(id)
                                              : link<"/forum/threads/{}/pin">(id),
                           {.words = page.thread.pinned ? "Unpin" : "Pin", .icon = "pin"});
    }
    if (page.may_withdraw)
        parts::button_link(w, link<"/forum/threads/{}/withdraw/reason">(id), "Withdraw the thread",
                           parts::Look::quiet, "trash");
    if (may_tend(c.viewer)) move_form(w, c, page);
}

} // namespace

void thread_aside_view(Writer& w, const site::Context& c, const ThreadPage& page) {
    parts::section(w, "About this thread", [&](Writer& inner) {
        facts_of(inner, c, page.thread);
        watch(inner, c, page);
    });
    if (may_tend(c.viewer) || page.may_withdraw)
        parts::section(w, "Manage this thread", [&](Writer& inner) { tend(inner, c, page); });
}

} // namespace forum
