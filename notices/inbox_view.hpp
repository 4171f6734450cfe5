// The inbox as a page: what is unread first, then what was read, by day.
#pragma once

#include "notices/inbox_store.hpp"
#include "site/parts.hpp"

namespace notices {

/// "answered", "mentioned you in": stands between the actor's name and the title.
std::string_view words_for(Reason reason);

struct InboxPage {
    std::vector<Entry> unread; // on the first page only
    bool more_unread = false;  // than are listed
    std::vector<Entry> read;
    std::optional<site::Cursor> older;
    bool first = true;
};

void inbox_view(html::Writer& w, const site::Context& c, const InboxPage& page);

} // namespace notices
