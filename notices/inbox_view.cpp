#include "notices/inbox_view.hpp"

#include "base/clock.hpp"

#include <algorithm>

namespace notices {
namespace {

using html::link;
using html::Writer;

/// What the program did as its rules say; nobody stands for it. (Somebody unnamed does not close ballots.)
bool is_by_itself(const Entry& entry) {
    using enum Reason;
    return !entry.actor_name && (entry.reason == closed || entry.reason == voided || entry.reason == moved);
}

std::string_view icon_for(Reason reason) {
    if (reason == Reason::moved) return "page";
    return reason == Reason::voided ? "warning" : "check";
}

void row(Writer& w, const site::Context& c, const Matter& matter) {
    // An address that is none of ours is never stored by a slice; the inbox itself is the safe place to lead
    // to.
    const auto where = server::Url::local(matter.address).value_or(link<"/inbox">());
    parts::Row row{.title = matter.newest.title, .where = where};
    row.unread = !matter.newest.read_at;
    row.mark = [&](Writer& mark) {
        if (is_by_itself(matter.newest))
            mark.put<"<span class=\"seal\" aria-hidden=\"true\">{}</span>">(
                [&](Writer& in) { parts::icon(in, icon_for(matter.newest.reason)); });
        else
            parts::seal(mark, matter.actors.front());
    };
    row.meta = [&](Writer& meta) {
        meta.put<"<span>{}</span> ">(what_happened(matter));
        parts::when(meta, c, matter.newest.at);
    };
    if (row.unread) {
        row.acts = [&](Writer& acts) {
            std::vector<std::string> ids;
            for (const auto id : matter.entries)
                ids.push_back(std::to_string(id.value));
            std::vector<parts::Hidden> hidden;
            for (const auto& id : ids)
                hidden.push_back({"entry", id});
            parts::post_button(acts, c, link<"/inbox/read">(),
                               {.words = "Mark as read",
                                .icon = "check",
                                .context = matter.newest.title,
                                .hidden = std::move(hidden)});
        };
    }
    parts::row(w, row);
}

/// What was read: one list a day of the viewer's zone; the entries stand newest first.
void days(Writer& w, const site::Context& c, const std::vector<Entry>& entries) {
    const std::string today = base::exact_date(c.now, c.viewer.zone);
    const std::string yesterday = base::exact_date(c.now - std::chrono::days(1), c.viewer.zone);
    w.put<"<div class=\"stack-wide\">">();
    for (std::size_t from = 0; from < entries.size();) {
        const std::string day = base::exact_date(entries[from].at, c.viewer.zone);
        std::size_t to = from;
        while (to < entries.size() && base::exact_date(entries[to].at, c.viewer.zone) == day)
            ++to;
        const std::string_view title = day == today       ? "Today"
                                       : day == yesterday ? "Yesterday"
                                                          : std::string_view(day);
        parts::list(w, {.title = title}, [&](Writer& rows) {
            for (const auto& matter : gather(std::span(entries).subspan(from, to - from)))
                row(rows, c, matter);
        });
        from = to;
    }
    w.put<"</div>">();
}

void unread_part(Writer& w, const site::Context& c, const InboxPage& page) {
    if (page.unread.empty()) {
        parts::empty(
            w, "inbox", "Nothing waits for you",
            "Answers to your questions, replies in threads you watch and mentions of you appear here.");
        return;
    }
    parts::list(w, {.title = "Unread", .waiting = true, .hide_title = true}, [&](Writer& rows) {
        for (const auto& matter : gather(page.unread))
            row(rows, c, matter);
    });
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
    case Reason::edited: return "changed the text";
    case Reason::posted: return "started the thread";
    case Reason::reviewed: return "reviewed the page";
    case Reason::moved: return "moved the proposal on";
    case Reason::disposed: return "answered your comment";
    case Reason::opened: return "opened the vote";
    case Reason::closed: return "The vote has closed";
    case Reason::reset: return "turned off your second step";
    case Reason::voided: return "declared the vote void";
    case Reason::proposed: return "proposed a standard";
    }
    return "";
}

std::vector<Matter> gather(std::span<const Entry> entries) {
    std::vector<Matter> matters;
    for (const auto& entry : entries) {
        auto matter = std::ranges::find_if(matters, [&](const Matter& known) {
            return known.newest.title == entry.title && known.newest.reason == entry.reason;
        });
        if (matter == matters.end()) matter = matters.insert(matter, {entry, {}, {}, {}});
        matter->address = entry.address;
        matter->entries.push_back(entry.id);
        const auto actor = entry.actor_name.value_or("Somebody");
        if (std::ranges::find(matter->actors, actor) == matter->actors.end()) matter->actors.push_back(actor);
    }
    return matters;
}

std::string what_happened(const Matter& matter) {
    if (matter.newest.reason == Reason::closed) return std::string(words_for(Reason::closed));
    if (is_by_itself(matter.newest))
        return matter.newest.reason == Reason::voided ? "The vote was declared void"
                                                      : "The proposal moved on";
    std::string words = matter.actors.front();
    if (matter.actors.size() == 2) words += " and " + matter.actors[1];
    if (matter.actors.size() > 2) words += " and " + std::to_string(matter.actors.size() - 1) + " others";
    if (matter.newest.reason == Reason::posted && matter.newest.address.starts_with("/practices/"))
        return words + " wrote the page";
    return words + " " + std::string(words_for(matter.newest.reason));
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
