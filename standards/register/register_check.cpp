#include "revisions/revisions.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/register/register_index.hpp"
#include "standards/register/register_store.hpp"

namespace standards {
namespace {

struct Wrong {
    std::string number;
    int version;
};

} // namespace

ProposalText text_of(store::Reader& db, const StandardVersion& version) {
    const auto proposal = find_proposal(db, version.proposal).value();
    const auto revision = revisions::find_revision(db, proposal.text, version.revision).value();
    if (auto text = read_text(revision.body)) return *std::move(text);
    return {revision.body, {}, "", ""}; // emptied for good: what is left
}

std::vector<std::string> check_register(store::Reader& db) {
    std::vector<std::string> faults;
    db.each<Wrong, "/* whole table: check */ SELECT s.number, v.version FROM standard_versions v "
                   "JOIN standards s ON s.id = v.standard_id JOIN proposals p ON p.id = v.proposal_id "
                   "JOIN ballots b ON b.id = v.ballot_id "
                   "LEFT JOIN revisions r ON r.text_id = p.text_id AND r.number = v.revision "
                   "WHERE p.stage <> 'adopted' OR b.proposal_id <> v.proposal_id "
                   "OR b.revision <> v.revision OR b.certified_at IS NULL OR b.outcome IS NOT 'adopted' "
                   "OR r.title IS NOT v.title">([&](const Wrong& wrong) {
        faults.push_back(wrong.number + ", version " + std::to_string(wrong.version) +
                         ", does not agree with the ballot that adopted it.");
    });
    db.each<std::string,
            "/* whole table: check */ SELECT s.number FROM standards s LEFT JOIN standard_versions v "
            "ON v.standard_id = s.id GROUP BY s.id "
            "HAVING count(v.version) = 0 OR max(v.version) <> count(v.version)">(
        [&](std::string&& number) { faults.push_back("A version of " + number + " is missing."); });
    db.each<std::string, "/* whole table: check */ SELECT p.title FROM proposals p "
                         "LEFT JOIN standard_versions v ON v.proposal_id = p.id "
                         "WHERE p.stage = 'adopted' AND v.standard_id IS NULL">([&](std::string&& title) {
        faults.push_back("The proposal “" + title + "” is adopted and has no number.");
    });
    db.each<std::string, "/* whole table: check */ SELECT s.number FROM standards s "
                         "LEFT JOIN search_documents d ON d.family = 'standard' AND d.ref = s.id "
                         "WHERE d.id IS NULL">(
        [&](std::string&& number) { faults.push_back("Search does not know " + number + "."); });
    return faults;
}

void rebuild_register(store::Writer& db) {
    for (const auto& standard : list_standards(db))
        index_standard(db, standard);
}

} // namespace standards
