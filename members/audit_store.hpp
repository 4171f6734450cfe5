// Reading the audit log, the newest first.
#pragma once

#include "members/members.hpp"

namespace members {

struct AuditLine {
    std::int64_t id;
    base::Time at;
    std::optional<std::string> handle; // nothing: the program itself, from the command line
    std::optional<std::string> name;
    std::string action;
    std::string subject;
    std::string detail;
};
/// Lines older than `before` (0: from the newest).
std::vector<AuditLine> read_audit(store::Reader& db, std::int64_t before, int most);

} // namespace members
