// Whether proposals agree with their texts and their ledgers, and making again what was made from them.
#include "standards/ledger_store.hpp"
#include "standards/proposals/acts.hpp"
#include "standards/proposals/aftermath.hpp"
#include "standards/proposals/comment_store.hpp"
#include "standards/proposals/proposal_store.hpp"

namespace standards {
namespace {

/// Where the ledger says that the proposal stands; nothing for a ledger without a beginning.
std::optional<Stage> stage_by_ledger(const std::vector<Entry>& ledger) {
    std::optional<Stage> stage;
    for (const auto& entry : ledger) {
        const auto* value = entry.kind == "proposed"        ? entry.body.if_contains("stage")
                            : entry.kind == "stage_changed" ? entry.body.if_contains("to")
                                                            : nullptr;
        if (value && value->is_string())
            stage = base::parse_enum<Stage>(std::string_view(value->get_string()));
    }
    return stage;
}

std::string clause_fault(store::Reader& db, const Proposal& proposal) {
    const auto text = read_text(revisions::newest(db, proposal.text).body);
    if (!text) return "its text has not the form of a proposal";
    const auto next = next_clause(db, proposal.id);
    for (const auto& clause : text->clauses)
        if (clause.id.empty() || clause_number(clause.id) >= next)
            return "its clause “" + clause.heading + "” has no id of its own";
    return {};
}

} // namespace

std::vector<std::string> check_proposals(store::Reader& db) {
    std::vector<std::string> faults;
    for (const auto id :
         db.all<ProposalId, "/* whole table: check */ SELECT id FROM proposals ORDER BY id">()) {
        const auto proposal = find_proposal(db, id).value();
        const auto fault = [&](const std::string& sentence) {
            faults.push_back("proposal " + std::to_string(id.value) + ": " + sentence);
        };
        const auto newest = revisions::newest(db, proposal.text);
        const auto title = newest.redacted_at ? std::string(revisions::emptied_title) : newest.title;
        if (title != proposal.title || newest.at != proposal.changed_at)
            fault("its title or date is not that of its newest revision");
        if (stage_by_ledger(ledger_of(db, id)) != proposal.stage)
            fault("its stage is not the last one in its ledger");
        if (const auto sentence = clause_fault(db, proposal); !newest.redacted_at && !sentence.empty())
            fault(sentence);
        if (authors_of(db, id).empty()) fault("it has no author");
    }
    for (const auto text : db.all<base::TextId, "/* whole table: check */ SELECT x.id FROM texts x "
                                                "LEFT JOIN proposals p ON p.text_id = x.id "
                                                "WHERE x.kind = 'proposal' AND p.id IS NULL">())
        faults.push_back("text " + std::to_string(text.value) + " belongs to no proposal");
    for (const auto id :
         db.all<ProposalId, "/* whole table: check */ SELECT p.id FROM proposals p "
                            "LEFT JOIN search_documents d ON d.family = 'proposal' AND d.ref = p.id "
                            "WHERE p.stage <> 'adopted' AND d.id IS NULL">())
        faults.push_back("proposal " + std::to_string(id.value) + ": search does not know it");
    return faults;
}

void rebuild_proposals(store::Writer& db) {
    for (const auto id :
         db.all<ProposalId, "/* whole table: rebuild */ SELECT id FROM proposals ORDER BY id">()) {
        const auto proposal = find_proposal(db, id).value();
        const auto newest = revisions::newest(db, proposal.text);
        set_saved(db, id, newest.redacted_at ? revisions::emptied_title : std::string_view(newest.title),
                  newest.at);
        for (const auto& comment : comments_of(db, id))
            if (const auto text = revisions::prepare(db, revisions::TextKind::post, "", comment.body))
                keep_comment_html(db, comment.id, text->rendered);
        index_proposal(db, id);
    }
}

} // namespace standards
