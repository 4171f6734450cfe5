#include "notices/inbox_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <limits>

namespace notices {
namespace {

constexpr base::Literal unread_entries =
    "SELECT i.id, i.reason, m.handle, m.name, i.title, i.address, i.at, i.read_at "
    "FROM inbox i INDEXED BY inbox_unread LEFT JOIN members m ON m.id = i.actor_id "
    "WHERE i.member_id = ?1 AND i.read_at IS NULL AND (i.at, i.id) < (?2, ?3) ";
constexpr base::Literal read_entries =
    "SELECT i.id, i.reason, m.handle, m.name, i.title, i.address, i.at, i.read_at "
    "FROM inbox i INDEXED BY inbox_read LEFT JOIN members m ON m.id = i.actor_id "
    "WHERE i.member_id = ?1 AND i.read_at IS NOT NULL AND (i.at, i.id) < (?2, ?3) ";
constexpr base::Literal newest_first = "ORDER BY 7 DESC, 1 DESC LIMIT ?4";

std::optional<base::MemberId> shown_actor(const Event& event) {
    return event.unnamed || !event.actor ? std::nullopt : std::optional(event.actor);
}

std::string json_list(const std::vector<std::string>& texts) {
    return boost::json::serialize(boost::json::array(texts.begin(), texts.end()));
}

} // namespace

void tell_watchers(store::Writer& db, const std::vector<Subject>& subjects, const Event& event) {
    for (const auto& subject : subjects)
        // A second event of the same kind at the same place (one more edit) renews the entry.
        db.run<"INSERT INTO inbox (member_id, reason, actor_id, title, address, at) "
               "SELECT member_id, ?1, ?2, ?3, ?4, ?5 FROM watches "
               "WHERE subject_kind = ?6 AND subject_id = ?7 AND member_id <> ?8 "
               "ON CONFLICT (address, member_id) WHERE read_at IS NULL DO UPDATE "
               "SET actor_id = excluded.actor_id, title = excluded.title, at = excluded.at "
               "WHERE reason = excluded.reason">(event.reason, shown_actor(event), event.title, event.address,
                                                 event.at, subject.kind, subject.id, event.actor);
}

void tell(store::Writer& db, const std::vector<base::MemberId>& members, const Event& event) {
    for (const auto member : members)
        if (member != event.actor)
            db.run<"INSERT INTO inbox (member_id, reason, actor_id, title, address, at) "
                   "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                   "ON CONFLICT (address, member_id) WHERE read_at IS NULL DO UPDATE "
                   "SET actor_id = excluded.actor_id, title = excluded.title, at = excluded.at "
                   "WHERE reason = excluded.reason">(member, event.reason, shown_actor(event), event.title,
                                                     event.address, event.at);
}

void seen(store::Writer& db, base::MemberId member, std::string_view address, base::Time at) {
    db.run<"UPDATE inbox INDEXED BY inbox_unread_at SET read_at = ?3 "
           "WHERE address = ?2 AND member_id = ?1 AND read_at IS NULL">(member, address, at);
    for (const std::string_view below : {"/", "#", "?"})
        db.run<"UPDATE inbox INDEXED BY inbox_unread_at SET read_at = ?3 WHERE address >= ?2 "
               "AND address < ?2 || char(1114111) AND member_id = ?1 AND read_at IS NULL">(
            member, std::string(address).append(below), at);
}

bool is_unread_at(store::Reader& db, base::MemberId member, std::string_view address) {
    if (!unread_among(db, member, {std::string(address)}).empty()) return true;
    for (const std::string_view below : {"/", "#", "?"})
        if (db.get<bool, "SELECT EXISTS (SELECT 1 FROM inbox INDEXED BY inbox_unread_at WHERE address >= ?2 "
                         "AND address < ?2 || char(1114111) AND member_id = ?1 AND read_at IS NULL)">(
                member, std::string(address).append(below)))
            return true;
    return false;
}

std::vector<std::string> unread_among(store::Reader& db, base::MemberId member,
                                      const std::vector<std::string>& addresses) {
    // One look into the index an address: a member may have thousands of unread entries, a page has few
    // posts.
    std::vector<std::string> found;
    for (const auto& address : addresses)
        if (db.get<bool, "SELECT EXISTS (SELECT 1 FROM inbox INDEXED BY inbox_unread_at "
                         "WHERE member_id = ? AND address = ? AND read_at IS NULL)">(member, address))
            found.push_back(address);
    return found;
}

int unread(store::Reader& db, base::MemberId member) {
    return db.get<int, "SELECT COUNT(*) FROM (SELECT DISTINCT title, reason FROM "
                       "(SELECT title, reason FROM inbox INDEXED BY inbox_unread WHERE member_id = ? "
                       "AND read_at IS NULL ORDER BY at DESC, id DESC LIMIT ?))">(member, most_counted);
}

void retitle(store::Writer& db, const std::vector<std::string>& addresses, std::string_view title) {
    db.run<"UPDATE inbox SET title = ?1 WHERE address IN (SELECT value FROM json_each(?2))">(
        title, json_list(addresses));
}

void settle(store::Writer& db, const std::vector<std::string>& addresses, base::Time at) {
    db.run<"UPDATE inbox INDEXED BY inbox_unread_at SET read_at = ?1 WHERE read_at IS NULL "
           "AND address IN (SELECT value FROM json_each(?2))">(at, json_list(addresses));
}

void settle_before(store::Writer& db, base::Time then, base::Time at) {
    db.run<"UPDATE inbox SET read_at = ?2 WHERE read_at IS NULL AND at < ?1 "
           "/* whole table: once, after loading */">(then, at);
}

std::vector<Entry> entries(store::Reader& db, base::MemberId member, Which which,
                           const std::optional<site::Cursor>& before, int limit) {
    constexpr std::int64_t newest = std::numeric_limits<std::int64_t>::max();
    const auto start = before.value_or(site::Cursor{newest, newest});
    switch (which) {
    case Which::unread:
        return db.all<Entry, unread_entries + newest_first>(member, start.key, start.id, limit);
    case Which::read: return db.all<Entry, read_entries + newest_first>(member, start.key, start.id, limit);
    case Which::all: break;
    }
    return db.all<Entry, unread_entries + "UNION ALL " + read_entries + newest_first>(member, start.key,
                                                                                      start.id, limit);
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
