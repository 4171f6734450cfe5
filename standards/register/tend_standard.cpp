// What becomes of an adopted standard: it ends, or a better version of it is begun.
#include "base/text.hpp"
#include "members/members.hpp"
#include "notices/notices.hpp"
#include "server/fields.hpp"
#include "server/url.hpp"
#include "standards/ledger_store.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/register/may.hpp"
#include "standards/register/register_index.hpp"
#include "standards/register/register_store.hpp"

namespace standards {
namespace {

base::Result<StandardVersion> standard_of(store::Reader& db, std::string_view number) {
    auto standard = find_standard(db, number);
    if (!standard) return base::fail(base::ProblemKind::not_found, "There is no standard of this number.");
    return *std::move(standard);
}

base::Result<std::optional<StandardId>> replacement_of(store::Reader& db, const StandardVersion& standard,
                                                       const std::string& number) {
    if (number.empty()) return std::nullopt;
    const auto other = find_standard(db, number);
    if (!other || other->status != StandardStatus::in_force || other->id == standard.id)
        return base::fail_field("replaced_by", "Name another standard that is in force, like CE-2027-01.");
    return other->id;
}

base::Problem not_in_force(const StandardVersion& standard) {
    return {base::ProblemKind::conflict, standard.number + " is no longer in force."};
}

} // namespace

base::Result<> retire_standard(store::Writer& db, const site::Viewer& viewer, std::string_view number,
                               const std::string& replaced_by, const std::string& reason, base::Time at) {
    const auto standard = standard_of(db, number);
    if (!standard) return base::fail(standard.error());
    if (!viewer.is_steward())
        return base::fail(base::ProblemKind::not_allowed, "Only stewards may end a standard.");
    if (!may_retire(viewer, standard->status)) return base::fail(not_in_force(*standard));
    server::Complaints complaints;
    complaints.check_length("reason", "The reason", reason, most_ending_reason);
    if (complaints.any()) return base::fail(complaints.problem());
    const auto replacement = replacement_of(db, *standard, replaced_by);
    if (!replacement) return base::fail(replacement.error());

    set_ended(db, standard->id, *replacement, reason, at);
    boost::json::object body{{"number", standard->number}, {"reason", reason}};
    if (*replacement) body["replaced_by"] = replaced_by;
    enter(db, standard->proposal, at, *replacement ? "standard_superseded" : "standard_retired",
          viewer.handle, std::move(body));
    index_standard(db, find_standard(db, standard->id).value());
    const auto address = server::link<"/standards/{}">(standard->number).text();
    notices::tell_watchers(
        db, {{notices::SubjectKind::proposal, standard->proposal.value}},
        {notices::Reason::moved, viewer.id, standard->number + " " + standard->title, address, at});
    members::audit(db, viewer.id, *replacement ? "superseded a standard" : "retired a standard", address,
                   reason, at);
    return {};
}

base::Result<ProposalId> revise_standard(store::Writer& db, const site::Viewer& viewer,
                                         std::string_view number, base::Time at) {
    const auto standard = standard_of(db, number);
    if (!standard) return base::fail(standard.error());
    if (!viewer.signed_in())
        return base::fail(base::ProblemKind::not_allowed, "Sign in to revise a standard.");
    if (!may_revise(viewer, standard->status)) return base::fail(not_in_force(*standard));
    if (const auto open = open_revision_of(db, standard->id))
        return base::fail(base::ProblemKind::conflict, "A revision of " + standard->number +
                                                           " is in the making already: proposal " +
                                                           std::to_string(open->value) + ".");
    return propose(db, viewer,
                   {.title = standard->title,
                    .body = write_text(text_of(db, *standard)),
                    .summary = "From " + name_of(*standard),
                    .revises = standard->id},
                   at);
}

} // namespace standards
