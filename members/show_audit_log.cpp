#include "members/admin_view.hpp"
#include "members/handlers.hpp"
#include "members/may.hpp"

namespace members {
namespace {

constexpr int page_size = 50;

} // namespace

Response show_audit_log(Context& c) {
    if (!may_read_audit_log(c.viewer))
        return site::problem(c, base::ProblemKind::not_allowed, "Administrators read the audit log.");
    auto lines =
        read_audit(c.db, std::max<std::int64_t>(c.query.number("before").value_or(0), 0), page_size + 1);
    std::optional<server::Url> older;
    if (lines.size() > page_size) {
        lines.pop_back();
        older = server::link<"/admin/audit?before={}">(lines.back().id);
    }
    return audit_page(c, lines, older);
}

} // namespace members
