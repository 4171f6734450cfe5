// The inbox as a page: what is unread first, then what was read, by day.
#pragma once

#include "notices/inbox_store.hpp"
#include "site/parts.hpp"

namespace notices {

/// "answered", "mentioned you in": stands between the actor's name and the title.
std::string_view words_for(Reason reason);

/// Entries of one sort about one thing, which a list shows as one row: thirty replies are one matter.
struct Matter {
    Entry newest;
    std::string address;             // of the oldest: where reading goes on
    std::vector<EntryId> entries;    // the newest first
    std::vector<std::string> actors; // each once, the newest first
};
/// The matters of some entries that stand newest first, in the order of their newest entries.
std::vector<Matter> gather(std::span<const Entry> entries);
/// "Walter Novák and 3 others replied"
std::string what_happened(const Matter& matter);

struct InboxPage {
    std::vector<Entry> unread; // on the first page only
    bool more_unread = false;  // than are listed
    std::vector<Entry> read;
    std::optional<site::Cursor> older;
    bool first = true;
};

void inbox_view(html::Writer& w, const site::Context& c, const InboxPage& page);

} // namespace notices
