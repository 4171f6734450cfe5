#include "members/members.hpp"

namespace members {

void audit(store::Writer& db, base::MemberId by, std::string_view action, std::string_view subject,
           std::string_view detail, base::Time at) {
    db.run<
        "INSERT INTO audit_log (at, member_id, action, subject, detail) VALUES (?, nullif(?, 0), ?, ?, ?)">(
        at, by, action, subject, detail);
}

} // namespace members
