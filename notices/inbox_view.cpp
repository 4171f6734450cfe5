#include "notices/inbox_view.hpp"

#include "base/clock.hpp"

namespace notices {
namespace {

using html::link;
using html::Writer;

void row(Writer& w, const site::Context& c, const Entry& entry) {
    // An address that is none of ours is never stored by a slice; the inbox itself is the safe place to lead
    // to.
    const auto where = server::Url::local(entry.address).value_or(link<"/inbox">());
    parts::Row row{.title = entry.title, .where = where};
    row.unread = !entry.read_at;
    row.meta = [&](Writer& meta) {
        meta.put<"<span>{} {}</span> ">(entry.actor_name.value_or("Somebody"), words_for(entry.reason));
        parts::when(meta, c, entry.at);
    };
    if (!entry.read_at) {
        row.acts = [&](Writer& acts) {
            const std::string id = std::to_string(entry.id.value);
            parts::post_button(acts, c, link<"/inbox/read">(),
                               {.words = "Mark as read",
                                .icon = "check",
                                .context = entry.title,
                                .hidden = {parts::Hidden{"entry", id}}});
        };
    }
    parts::row(w, row);
}

/// One list a day of the viewer's zone; the entries stand newest first.
void days(Writer& w, const site::Context& c, const std::vector<Entry>& entries) {
    const std::string today = base::exact_date(c.now, c.viewer.zone);
    const std::string yesterday = base::exact_date(c.now - std::chrono::days(1), c.viewer.zone);
    for (std::size_t from = 0; from < entries.size();) {
        const std::string day = base::exact_date(entries[from].at, c.viewer.zone);
        std::size_t to = from;
        while (to < entries.size() && base::exact_date(entries[to].at, c.viewer.zone) == day)
            ++to;
        const std::string_view title = day == today       ? "Today"
                                       : day == yesterday ? "Yesterday"
                                                          : std::string_view(day);
        parts::list(w, {.title = title, .waiting = !entries[from].read_at}, [&](Writer& rows) {
            for (std::size_t i = from; i < to; ++i)
                row(rows, c, entries[i]);
        });
        from = to;
    }
}

void unread_part(Writer& w, const site::Context& c, const InboxPage& page) {
    if (page.unread.empty()) {
        parts::empty(
            w, "inbox", "Nothing waits for you",
            "Answers to your questions, replies in threads you watch and mentions of you appear here.");
        return;
    }
    days(w, c, page.unread);
    if (page.more_unread)
        w.put<
            "<p class=\"row-meta\">More are unread than are listed here; they follow as you read these.</p>">();
}

} // namespace

std::string_view words_for(Reason reason) {
    switch (reason) {
    case Reason::answered: return "answered";
    case Reason::replied: return "replied";
    case Reason::commented: return "commented";
    case Reason::mentioned: return "mentioned you";
    case Reason::accepted: return "accepted your answer";
    case Reason::edited: return "edited the page";
    case Reason::posted: return "started the thread";
    case Reason::reviewed: return "reviewed the page";
    }
    return "";
}

void inbox_view(Writer& w, const site::Context& c, const InboxPage& page) {
    parts::page_head(w, "Inbox", "What happened in the threads and pages that you watch.", [&](Writer& acts) {
        if (!page.unread.empty())
            parts::post_button(acts, c, link<"/inbox/read">(),
                               {.words = "Mark all as read",
                                .look = parts::Look::plain,
                                .icon = "check",
                                .hidden = {parts::Hidden{"all", "yes"}}});
    });
    if (page.first) unread_part(w, c, page);
    if (!page.read.empty()) {
        w.put<"<div class=\"posts-head\"><h2>Read</h2></div>">();
        days(w, c, page.read);
    }
    std::optional<server::Url> older;
    if (page.older) older = link<"/inbox?cursor={}">(page.older->text());
    parts::pager(w, page.first ? std::nullopt : std::optional(link<"/inbox">()), older, "Newest");
}

} // namespace notices
