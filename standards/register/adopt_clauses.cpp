// A Center says how far it is with the clauses of a standard.
#include "base/text.hpp"
#include "server/fields.hpp"
#include "server/url.hpp"
#include "standards/register/adoption_store.hpp"
#include "standards/register/may.hpp"

#include <algorithm>

namespace standards {
namespace {

bool is_address(const std::string& text) {
    return text.empty() || server::Url::external(text) || server::Url::local(text);
}

base::Result<> check_clauses(const std::vector<ClauseAdoption>& clauses, const ProposalText& text) {
    server::Complaints complaints;
    for (const auto& said : clauses) {
        if (std::ranges::find(text.clauses, said.clause, &Clause::id) == text.clauses.end())
            complaints.add("clauses", "This standard has no clause " + said.clause + ".");
        if (base::length(said.note) > most_adoption_note)
            complaints.add("note_" + said.clause,
                           "Keep the note within " + std::to_string(most_adoption_note) + " characters.");
        if (!is_address(said.evidence) || base::length(said.evidence) > most_evidence)
            complaints.add("evidence_" + said.clause,
                           "Give an address: https://… or a path here, like /practices/seals.");
    }
    if (complaints.any()) return base::fail(complaints.problem());
    return {};
}

bool is_same(const std::vector<ClauseAdoption>& before, const ClauseAdoption& said) {
    return std::ranges::find(before, said) != before.end();
}

} // namespace

base::Result<> adopt(store::Writer& db, const site::Viewer& viewer, std::string_view number,
                     const std::vector<ClauseAdoption>& clauses, bool shared, base::Time at) {
    const auto standard = find_standard(db, number);
    if (!standard) return base::fail(base::ProblemKind::not_found, "There is no standard of this number.");
    if (!may_adopt(viewer))
        return base::fail(base::ProblemKind::not_allowed,
                          "Only the people of a Center say how far it is with a standard.");
    if (standard->status != StandardStatus::in_force)
        return base::fail(base::ProblemKind::conflict, standard->number + " is no longer in force.");
    if (auto sound = check_clauses(clauses, text_of(db, *standard)); !sound) return base::fail(sound.error());

    const auto before = adoption_of(db, viewer.center, standard->id);
    for (const auto& said : clauses)
        if (!is_same(before, said)) put_adoption(db, viewer.center, standard->id, said, viewer.id, at);
    set_shared(db, viewer.center, standard->id, shared, at);
    return {};
}

} // namespace standards
