#include "standards/register/adoption_input.hpp"

namespace standards {
namespace {

/// A note or an address without a status says nothing that can be counted.
constexpr const char* needs_status = "Choose how far you are with this clause.";

} // namespace

base::Result<AdoptionInput> read_adoption(const server::Fields& fields, const ProposalText& text) {
    AdoptionInput input{{}, fields.truth("shared")};
    server::Complaints complaints;
    for (const auto& clause : text.clauses) {
        const auto named = fields.line("status_" + clause.id);
        auto note = fields.text("note_" + clause.id);
        auto evidence = fields.line("evidence_" + clause.id);
        if (named.empty() && note.empty() && evidence.empty()) continue;
        if (const auto status = base::parse_enum<AdoptionStatus>(named))
            input.clauses.push_back({clause.id, *status, std::move(note), std::move(evidence)});
        else
            complaints.add("status_" + clause.id, needs_status);
    }
    if (!input.shared && !fields.raw("shared").empty())
        complaints.add("shared", "Say whether it is shared: true or false.");
    if (complaints.any()) return base::fail(complaints.problem());
    return input;
}

} // namespace standards
