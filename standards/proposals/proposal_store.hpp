// The SQL of proposals, their authors and endorsements. What changes one goes through the acts
// (proposals.hpp).
#pragma once

#include "site/json.hpp"
#include "standards/ledger.hpp"
#include "standards/proposals/proposals.hpp"

#include <map>

namespace standards {

struct ProposalRecord {
    std::string title;
    TextId text;
    Stage stage;
    std::int64_t next_clause;
    std::optional<StandardId> revises;
    base::Time at;
};
ProposalId add_proposal(store::Writer& db, const ProposalRecord& record);
void set_saved(store::Writer& db, ProposalId proposal, std::string_view title, base::Time at);
void set_next_clause(store::Writer& db, ProposalId proposal, std::int64_t next);
/// The number that the next new clause gets.
std::int64_t next_clause(store::Reader& db, ProposalId proposal);
/// The same for a revision of a standard: ids go on after all that its versions ever had. 1 for none.
std::int64_t next_clause_of_standard(store::Reader& db, StandardId standard);
/// Whether another revision of the same standard is in the making, or was adopted after this one's last
/// ballot.
bool is_overtaken(store::Reader& db, const Proposal& proposal);
void put_stage(store::Writer& db, ProposalId proposal, Stage stage, const std::optional<base::Time>& closes);
/// The close of a consultation that the ledger announced last, whatever came of it.
std::optional<base::Time> announced_close(store::Reader& db, ProposalId proposal);
void put_authors(store::Writer& db, ProposalId proposal, const std::vector<MemberId>& authors);
/// Whether it was not there yet.
bool add_endorsement(store::Writer& db, ProposalId proposal, const site::Viewer& viewer, base::Time at);
/// Whether there was one.
bool drop_endorsement(store::Writer& db, ProposalId proposal, CenterId center);

bool is_author(store::Reader& db, ProposalId proposal, MemberId member);
/// SHA-256 of a revision's title, a line feed, and text.
std::string sha256_of(store::Reader& db, TextId text, int revision);
std::string center_name(store::Reader& db, CenterId center);
/// The state of the member's Center; "" for staff.
std::string state_of(store::Reader& db, MemberId member);

struct Endorsement {
    CenterId center;
    std::string center_name;
    std::string center_slug;
    std::string member_name;
    std::string member_handle;
    base::Time at;
};
/// The first one first.
std::vector<Endorsement> endorsements_of(store::Reader& db, ProposalId proposal);

/// Those before that place in the list, the last change first.
std::vector<Proposal> list_proposals_below(store::Reader& db, std::optional<Stage> stage,
                                           const std::optional<site::Cursor>& below, int limit);

/// The ledger without what has pages of its own: comments and votes.
std::vector<Entry> timeline_of(store::Reader& db, ProposalId proposal);
/// Who acted in the timeline: names by handle.
std::map<std::string, std::string> names_in_ledger(store::Reader& db, ProposalId proposal);

/// A ballot as the proposal's page shows it.
struct BallotRow {
    std::int64_t id;
    base::Time closes;
    std::optional<base::Time> certified_at;
    std::optional<base::Time> voided_at;
};
/// The newest first.
std::vector<BallotRow> ballots_on(store::Reader& db, ProposalId proposal);
/// Whether a ballot was held on that revision: then it is part of a public record.
bool is_balloted(store::Reader& db, ProposalId proposal, int revision);
/// The number of the standard that the proposal became; nothing before.
std::optional<std::string> standard_number(store::Reader& db, ProposalId proposal);

} // namespace standards
