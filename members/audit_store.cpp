#include "members/audit_store.hpp"

#include <limits>

namespace members {

void audit(store::Writer& db, base::MemberId by, std::string_view action, std::string_view subject,
           std::string_view detail, base::Time at) {
    db.run<
        "INSERT INTO audit_log (at, member_id, action, subject, detail) VALUES (?, nullif(?, 0), ?, ?, ?)">(
        at, by, action, subject, detail);
}

std::vector<AuditLine> read_audit(store::Reader& db, std::int64_t before, int most) {
    if (before == 0) before = std::numeric_limits<std::int64_t>::max();
    return db.all<AuditLine, "SELECT audit_log.id, at, handle, name, action, subject, detail FROM audit_log"
                             " LEFT JOIN members ON members.id = member_id"
                             " WHERE audit_log.id < ? ORDER BY audit_log.id DESC LIMIT ?">(before, most);
}

} // namespace members
