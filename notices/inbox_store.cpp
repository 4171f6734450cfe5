#include "notices/inbox_store.hpp"

#include <limits>

namespace notices {
namespace {

std::optional<base::MemberId> shown_actor(const Event& event) {
    return event.unnamed || !event.actor ? std::nullopt : std::optional(event.actor);
}

} // namespace

void tell_watchers(store::Writer& db, const std::vector<Subject>& subjects, const Event& event) {
    for (const auto& subject : subjects)
        // A second event of the same kind at the same place (one more edit) renews the entry.
        db.run<"INSERT INTO inbox (member_id, reason, actor_id, title, address, at) "
               "SELECT member_id, ?1, ?2, ?3, ?4, ?5 FROM watches "
               "WHERE subject_kind = ?6 AND subject_id = ?7 AND member_id <> ?8 "
               "ON CONFLICT (member_id, address) WHERE read_at IS NULL DO UPDATE "
               "SET actor_id = excluded.actor_id, title = excluded.title, at = excluded.at "
               "WHERE reason = excluded.reason">(event.reason, shown_actor(event), event.title, event.address,
                                                 event.at, subject.kind, subject.id, event.actor);
}

void tell(store::Writer& db, const std::vector<base::MemberId>& members, const Event& event) {
    for (const auto member : members)
        if (member != event.actor)
            db.run<"INSERT INTO inbox (member_id, reason, actor_id, title, address, at) "
                   "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                   "ON CONFLICT (member_id, address) WHERE read_at IS NULL DO UPDATE "
                   "SET actor_id = excluded.actor_id, title = excluded.title, at = excluded.at "
                   "WHERE reason = excluded.reason">(member, event.reason, shown_actor(event), event.title,
                                                     event.address, event.at);
}

void seen(store::Writer& db, base::MemberId member, std::string_view address_prefix, base::Time at) {
    db.run<"UPDATE inbox SET read_at = ?3 WHERE member_id = ?1 AND read_at IS NULL "
           "AND address >= ?2 AND address < ?2 || char(1114111) "
           "AND (length(address) = length(?2) OR substr(?2, -1) = '/' "
           "OR substr(address, length(?2) + 1, 1) IN ('/', '#', '?'))">(member, address_prefix, at);
}

std::vector<std::string> unread_among(store::Reader& db, base::MemberId member,
                                      const std::vector<std::string>& addresses) {
    // One look into the index an address: a member may have thousands of unread entries, a page has few
    // posts.
    std::vector<std::string> found;
    for (const auto& address : addresses)
        if (db.get<bool, "SELECT EXISTS (SELECT 1 FROM inbox INDEXED BY inbox_unread "
                         "WHERE member_id = ? AND address = ? AND read_at IS NULL)">(member, address))
            found.push_back(address);
    return found;
}

int unread(store::Reader& db, base::MemberId member) {
    return db.get<int, "SELECT COUNT(*) FROM (SELECT 1 FROM inbox INDEXED BY inbox_unread "
                       "WHERE member_id = ? AND read_at IS NULL LIMIT ?)">(member, most_counted);
}

std::vector<Entry> entries(store::Reader& db, base::MemberId member, Which which,
                           const std::optional<site::Cursor>& before, int limit) {
    constexpr std::int64_t newest = std::numeric_limits<std::int64_t>::max();
    const auto start = before.value_or(site::Cursor{newest, newest});
    if (which == Which::unread)
        return db.all<Entry, "SELECT i.id, i.reason, m.handle, m.name, i.title, i.address, i.at, i.read_at "
                             "FROM inbox i INDEXED BY inbox_unread LEFT JOIN members m ON m.id = i.actor_id "
                             "WHERE i.member_id = ? AND i.read_at IS NULL AND (i.at, i.id) < (?, ?) "
                             "ORDER BY i.at DESC, i.id DESC LIMIT ?">(member, start.key, start.id, limit);
    return db.all<Entry, "SELECT i.id, i.reason, m.handle, m.name, i.title, i.address, i.at, i.read_at "
                         "FROM inbox i LEFT JOIN members m ON m.id = i.actor_id "
                         "WHERE i.member_id = ?1 AND (i.at, i.id) < (?2, ?3) "
                         "AND (?4 OR i.read_at IS NOT NULL) "
                         "ORDER BY i.at DESC, i.id DESC LIMIT ?5">(member, start.key, start.id,
                                                                   which == Which::all, limit);
}

void mark_read(store::Writer& db, base::MemberId member, std::span<const EntryId> entries, base::Time at) {
    for (const auto entry : entries)
        db.run<"UPDATE inbox SET read_at = ?3 WHERE id = ?1 AND member_id = ?2 AND read_at IS NULL">(
            entry, member, at);
}

void mark_all_read(store::Writer& db, base::MemberId member, base::Time at) {
    db.run<"UPDATE inbox INDEXED BY inbox_unread SET read_at = ?2 WHERE member_id = ?1 AND read_at IS NULL">(
        member, at);
}

} // namespace notices
