// The rows of one member's inbox, as the page and the API list them.
#pragma once

#include "notices/notices.hpp"
#include "site/json.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace notices {

using EntryId = base::Id<struct InboxEntryTag>;

struct Entry {
    EntryId id;
    Reason reason;
    std::optional<std::string> actor_handle; // nothing: the program itself, or somebody unnamed
    std::optional<std::string> actor_name;
    std::string title;
    std::string address;
    base::Time at;
    std::optional<base::Time> read_at;
};

enum class Which { all, unread, read };

/// The newest first, those older than `before` only (nothing: from the newest on).
std::vector<Entry> entries(store::Reader& db, base::MemberId member, Which which,
                           const std::optional<site::Cursor>& before, int limit);

/// Whether an unread entry leads to this address, or to a place below it as `seen` means it.
bool is_unread_at(store::Reader& db, base::MemberId member, std::string_view address);

/// Marks these entries of the member as read; others' are left alone.
void mark_read(store::Writer& db, base::MemberId member, std::span<const EntryId> entries, base::Time at);
void mark_all_read(store::Writer& db, base::MemberId member, base::Time at);

} // namespace notices
