#include "notices/notices.hpp"

namespace notices {

void watch(store::Writer& db, base::MemberId member, Subject subject, base::Time at) {
    db.run<"INSERT OR IGNORE INTO watches (subject_kind, subject_id, member_id, at) VALUES (?, ?, ?, ?)">(
        subject.kind, subject.id, member, at);
}

void unwatch(store::Writer& db, base::MemberId member, Subject subject) {
    db.run<"DELETE FROM watches WHERE subject_kind = ? AND subject_id = ? AND member_id = ?">(
        subject.kind, subject.id, member);
}

bool is_watching(store::Reader& db, base::MemberId member, Subject subject) {
    return db.get<bool, "SELECT EXISTS (SELECT 1 FROM watches "
                        "WHERE subject_kind = ? AND subject_id = ? AND member_id = ?)">(subject.kind,
                                                                                        subject.id, member);
}

} // namespace notices
