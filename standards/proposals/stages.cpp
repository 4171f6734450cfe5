// Endorsing an idea, and going on from stage to stage.
#include "base/text.hpp"
#include "members/members.hpp"
#include "server/fields.hpp"
#include "standards/ledger_store.hpp"
#include "standards/proposals/acts.hpp"
#include "standards/proposals/aftermath.hpp"
#include "standards/proposals/may.hpp"
#include "standards/proposals/proposal_store.hpp"

namespace standards {
namespace {

constexpr auto longest_consultation = std::chrono::days(365);

base::Result<Proposal> idea_to_endorse(store::Reader& db, const site::Viewer& viewer, ProposalId id) {
    auto proposal = find_for(db, id);
    if (!proposal) return proposal;
    if (!viewer.center)
        return base::fail(base::ProblemKind::not_allowed, "Only the people of a Center endorse for it.");
    if (proposal->stage != Stage::idea)
        return base::fail(base::ProblemKind::conflict,
                          "Only an idea is endorsed, and this is none any more.");
    return proposal;
}

/// Until when comments are taken. What was announced once is kept, also by way of a draft.
base::Result<> check_close(store::Reader& db, const Proposal& proposal,
                           const std::optional<base::Time>& closes, base::Time at) {
    const auto refuse = [](const char* why) { return base::fail_field("consultation_closes", why); };
    if (!closes || *closes <= at) return refuse("Say until when comments are taken: a day to come.");
    if (*closes > at + longest_consultation) return refuse("A consultation lasts a year at most.");
    if (proposal.stage == Stage::consultation && *closes <= proposal.consultation_closes.value_or(at))
        return refuse("A consultation can be prolonged, not cut short.");
    if (const auto announced = announced_close(db, proposal.id); announced && *closes < *announced)
        return refuse("A consultation can be prolonged, not cut short: a later day was announced.");
    return {};
}

/// A revision that was not adopted holds the words of an old version: another one that came after it would be
/// undone without a word, and clause ids be given twice.
base::Result<> check_newest(store::Reader& db, const Proposal& proposal) {
    if (!is_overtaken(db, proposal)) return {};
    return base::fail(base::ProblemKind::conflict,
                      "Another revision of " + proposal.revises_number +
                          " came after this one. Begin a revision from the newest version instead.");
}

/// What the stage it goes to asks for.
base::Result<> check_ready(store::Reader& db, const Proposal& proposal, const StageChange& change,
                           base::Time at) {
    if (proposal.stage == Stage::idea && change.to == Stage::draft &&
        proposal.endorsements < change.endorsements)
        return base::fail(base::ProblemKind::conflict,
                          "An idea becomes a draft when " +
                              base::counted(change.endorsements, "Center endorses", "Centers endorse") +
                              " it; " + std::to_string(proposal.endorsements) + " did so far.");
    if (proposal.stage == Stage::not_adopted && change.to == Stage::draft) return check_newest(db, proposal);
    if (change.to != Stage::consultation) return {};
    const auto text = read_text(revisions::newest(db, proposal.text).body);
    if (!text || text->clauses.empty())
        return base::fail(base::ProblemKind::conflict,
                          "A consultation is about clauses, and this text has none yet. Edit it first.");
    return check_close(db, proposal, change.consultation_closes, at);
}

struct Move {
    Stage to;
    std::string_view actor;
    MemberId actor_id{};
    std::string_view reason;
    std::optional<base::Time> closes{}; // of a consultation that begins
};

void move(store::Writer& db, const Proposal& proposal, const Move& move, base::Time at) {
    // A draft has no consultation; what comes after one keeps the day that it closed.
    const auto closes = move.to == Stage::draft ? std::nullopt
                        : move.closes           ? move.closes
                                                : proposal.consultation_closes;
    put_stage(db, proposal.id, move.to, closes);
    boost::json::object body{
        {"from", base::enum_text(proposal.stage)}, {"to", base::enum_text(move.to)}, {"reason", move.reason}};
    if (move.closes) body["closes"] = base::iso_time(*move.closes);
    enter(db, proposal.id, at, "stage_changed", move.actor, std::move(body));
    index_proposal(db, proposal.id);
    tell_watchers(db, proposal, notices::Reason::moved, move.actor_id, "", at);
}

} // namespace

base::Result<> endorse(store::Writer& db, const site::Viewer& viewer, ProposalId id, base::Time at) {
    const auto proposal = idea_to_endorse(db, viewer, id);
    if (!proposal) return base::fail(proposal.error());
    if (!add_endorsement(db, id, viewer, at)) return {};
    notices::watch(db, viewer.id, subject_of(id), at);
    enter(db, id, at, "endorsed", viewer.handle, {{"center", center_name(db, viewer.center)}});
    return {};
}

base::Result<> take_endorsement_back(store::Writer& db, const site::Viewer& viewer, ProposalId id,
                                     base::Time at) {
    const auto proposal = idea_to_endorse(db, viewer, id);
    if (!proposal) return base::fail(proposal.error());
    if (!drop_endorsement(db, id, viewer.center)) return {};
    enter(db, id, at, "endorsement_withdrawn", viewer.handle, {{"center", center_name(db, viewer.center)}});
    return {};
}

base::Result<> change_stage(store::Writer& db, const site::Viewer& viewer, ProposalId id,
                            const StageChange& change, base::Time at) {
    const auto proposal = find_for(db, id);
    if (!proposal) return base::fail(proposal.error());
    if (!may_change_stage(viewer, proposal->stage, change.to, is_author(db, id, viewer.id)))
        return base::fail(base::ProblemKind::not_allowed,
                          "Stewards move a proposal on; its authors may withdraw their own idea or draft.");
    if (!can_follow(proposal->stage, change.to))
        return base::fail(base::ProblemKind::conflict,
                          "This step is not open from where the proposal stands now. Look at it again.");
    server::Complaints complaints;
    complaints.check_length("reason", "The reason", base::trim(change.reason), 2'000);
    const auto ready = check_ready(db, *proposal, change, at);
    if (!ready && ready.error().kind != base::ProblemKind::invalid) return ready;
    if (!ready)
        for (const auto& field : ready.error().fields)
            complaints.add(field.field, field.message);
    if (complaints.any()) return base::fail(complaints.problem());

    const auto closes = change.to == Stage::consultation ? change.consultation_closes : std::nullopt;
    move(db, *proposal, {change.to, viewer.handle, viewer.id, change.reason, closes}, at);
    if (viewer.is_steward())
        members::audit(db, viewer.id, "moved a proposal", "/standards/proposals/" + std::to_string(id.value),
                       std::string(base::enum_text(proposal->stage)) + " → " +
                           std::string(base::enum_text(change.to)) + ": " + change.reason,
                       at);
    return {};
}

void set_stage(store::Writer& db, ProposalId id, Stage to, std::string_view actor, std::string_view reason,
               base::Time at) {
    const auto member = members::find_by_handle(db, actor).value_or(MemberId{});
    move(db, find_proposal(db, id).value(), {to, actor, member, reason}, at);
}

} // namespace standards
