#include "forum/thread_row_view.hpp"

#include "base/text.hpp"
#include "forum/people.hpp"

namespace forum {
namespace {

using html::link;
using html::Writer;

/// What nobody opened for so long is old, not new.
constexpr auto news_age = std::chrono::days(7);

std::vector<std::string> tag_names(const Thread& thread) {
    std::vector<std::string> names;
    if (!thread.tags.empty())
        for (const auto name : base::split(thread.tags, ','))
            names.emplace_back(name);
    return names;
}

void meta(Writer& w, const site::Context& c, const Thread& thread) {
    kind_badges(w, thread);
    const auto person = author_of(thread, c.viewer);
    parts::short_byline(w, person.author());
    w.put<"<a href=\"{}\">{}</a>">(link<"/forum/categories/{}">(thread.category_slug), thread.category_name);
    needed_by_mark(w, c, thread);
    parts::when(w, c, thread.active_at);
    parts::tags(w, tag_names(thread));
}

} // namespace

server::Url address_of(const Thread& thread) {
    return link<"/forum/threads/{}/{}">(thread.id, thread.slug);
}

std::string_view reply_word(ThreadKind kind, int replies) {
    if (kind == ThreadKind::question) return replies == 1 ? "answer" : "answers";
    return replies == 1 ? "reply" : "replies";
}

bool is_unread(const Thread& thread, base::Time now) {
    if (thread.seen) return thread.last_post > thread.seen;
    return thread.active_at > now - news_age;
}

void kind_badges(Writer& w, const Thread& thread) {
    if (thread.pinned) parts::badge(w, "Pinned", parts::Tone::civic, "pin");
    if (thread.locked) parts::badge(w, "Locked", parts::Tone::plain, "lock");
    if (thread.kind == ThreadKind::announcement) parts::badge(w, "Announcement", parts::Tone::civic);
    if (thread.kind == ThreadKind::discussion) parts::badge(w, "Discussion");
    if (thread.kind == ThreadKind::story) parts::badge(w, "What works");
    if (thread.accepted > 0) parts::badge(w, "Answered", parts::Tone::good, "check");
}

void needed_by_mark(Writer& w, const site::Context& c, const Thread& thread) {
    if (!thread.needed_by || thread.accepted > 0 || *thread.needed_by < c.now - std::chrono::days(1)) return;
    w.put<"<span class=\"due\">Needed by {}</span>">(
        [&](Writer& day) { parts::date(day, c, *thread.needed_by); });
}

void thread_row(Writer& w, const site::Context& c, const Thread& thread) {
    const auto tone = thread.accepted > 0 ? parts::Tone::good : parts::Tone::plain;
    parts::row(w, {.title = thread.title,
                   .where = address_of(thread),
                   .mark =
                       [&](Writer& mark) {
                           parts::tally(mark, thread.replies, reply_word(thread.kind, thread.replies), tone);
                       },
                   .meta = [&](Writer& inner) { meta(inner, c, thread); },
                   .unread = is_unread(thread, c.now)});
}

} // namespace forum
