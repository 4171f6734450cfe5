// What can be done with proposals and in their consultations, with explicit author and time: for the handlers
// here and for the demonstration content. Who may is decided here, by may.hpp; each act goes into the
// proposal's ledger.
#pragma once

#include "revisions/revisions.hpp"
#include "site/context.hpp"
#include "site/viewer.hpp"
#include "standards/model.hpp"

#include <optional>
#include <string>
#include <vector>

namespace standards {

struct Author {
    MemberId id;
    std::string handle;
    std::string name;
};

struct Proposal {
    ProposalId id;
    std::string title;
    TextId text;
    int revision; // number of the newest
    Stage stage;
    std::optional<base::Time> consultation_closes;
    std::optional<StandardId> revises;
    std::string revises_number; // "CE-2027-01"; "" for a new standard
    base::Time created_at;
    base::Time changed_at;
    int endorsements;
    int comments;      // that were not taken back
    int open_comments; // of these, without a disposition

    /// Whether comments are taken: the stage, and the clock.
    [[nodiscard]] bool takes_comments(base::Time now) const {
        return stage == Stage::consultation && consultation_closes && now < *consultation_closes;
    }
};

std::optional<Proposal> find_proposal(store::Reader& db, ProposalId proposal);
/// In their order; the first began it.
std::vector<Author> authors_of(store::Reader& db, ProposalId proposal);
/// All, or of one stage; what changed last first.
std::vector<Proposal> list_proposals(store::Reader& db, std::optional<Stage> stage, int limit);

struct NewProposal {
    std::string title;
    std::string body; // see proposal_text.hpp
    std::string summary{};
    std::optional<StandardId> revises{}; // a revision begins as a draft; anything else as an idea
};
/// Any member. Fails with `invalid` at "title" or "body".
base::Result<ProposalId> propose(store::Writer& db, const site::Viewer& viewer, const NewProposal& proposal,
                                 base::Time at);
/// Authors and stewards, while it is an idea, a draft or in consultation. New clauses get their ids; see
/// revisions::save for merges and conflicts. Fails with `invalid`, `not_allowed`, `conflict` (the stage).
base::Result<revisions::Saved> save_proposal(store::Writer& db, const site::Viewer& viewer,
                                             ProposalId proposal, int base_revision, const NewProposal& mine,
                                             base::Time at);
/// Authors and stewards name the authors: handles, one or more.
base::Result<> set_authors(store::Writer& db, const site::Viewer& viewer, ProposalId proposal,
                           const std::vector<std::string>& handles, base::Time at);
/// A member for the own Center, while it is an idea; again changes nothing. And taking it back.
base::Result<> endorse(store::Writer& db, const site::Viewer& viewer, ProposalId proposal, base::Time at);
base::Result<> take_endorsement_back(store::Writer& db, const site::Viewer& viewer, ProposalId proposal,
                                     base::Time at);

struct StageChange {
    Stage to;
    std::string reason;                              // needed
    std::optional<base::Time> consultation_closes{}; // for consultation: in the future
    int endorsements = 3;                            // how many an idea needs to become a draft
};
/// Stewards: idea → draft (with enough endorsements), draft → consultation (with a clause), consultation →
/// draft, each of these and not_adopted → draft | withdrawn. `ballot` is opened by open_ballot, `adopted` and
/// `not_adopted` come by certification. An author may withdraw the own idea or draft. Fails with `conflict`,
/// `invalid` at "reason".
base::Result<> change_stage(store::Writer& db, const site::Viewer& viewer, ProposalId proposal,
                            const StageChange& change, base::Time at);
/// Writes the stage and its ledger entry ("stage_changed": from, to, reason), tells those who watch, and puts
/// the proposal into the index. For the acts of ballots/ and register/ that have decided already.
void set_stage(store::Writer& db, ProposalId proposal, Stage to, std::string_view actor,
               std::string_view reason, base::Time at);

struct NewComment {
    std::string clause; // "c3"; "": on the whole
    int revision;       // that was read
    std::string body;
    std::string amendment{}; // the clause's heading and text as they should be; "": none
};
/// Any member (and staff) while the consultation is open. Fails with `conflict` after its close, `invalid`.
base::Result<CommentId> comment(store::Writer& db, const site::Viewer& viewer, ProposalId proposal,
                                const NewComment& comment, base::Time at);
/// Its author, while it has no disposition and the consultation is open.
base::Result<> take_comment_back(store::Writer& db, const site::Viewer& viewer, CommentId comment,
                                 base::Time at);
/// Authors and stewards in consultation (also after its close), and stewards; can be changed until a ballot
/// opens. With `apply`, an accepted amendment becomes the next revision of the text. Fails with `invalid` at
/// "reason".
base::Result<> dispose(store::Writer& db, const site::Viewer& viewer, CommentId comment,
                       Disposition disposition, const std::string& reason, bool apply, base::Time at);

/// Stewards, at any stage: empties a comment for good (a home address that must go), keeping that it was
/// there, by whom, and its answer. The reason goes into the audit log alone. Fails with `invalid` at
/// "reason".
base::Result<> remove_words(store::Writer& db, const site::Viewer& viewer, CommentId comment,
                            const std::string& reason, base::Time at);

struct Comment {
    CommentId id;
    ProposalId proposal;
    std::string clause;
    int revision;
    std::string author_name;
    std::string author_handle;
    std::string author_center; // that they spoke for; "" for staff
    std::string body;
    std::string html;
    std::string amendment;
    base::Time at;
    std::optional<base::Time> withdrawn_at;
    std::optional<Disposition> disposition;
    std::string disposition_reason;
    std::string disposed_by; // name; "" while open
    std::optional<base::Time> disposed_at;
};
/// In their order, withdrawn ones with them (a tombstone).
std::vector<Comment> comments_of(store::Reader& db, ProposalId proposal);
bool has_open_comments(store::Reader& db, ProposalId proposal);

/// The form of a new proposal, filled in: for a page that deserves to be a standard. Fields: title, body,
/// summary.
server::Response new_proposal_form(site::Context& c, server::Fields filled);

/// What waits for this viewer: consultations that are open and that the own Center has said nothing in; for
/// stewards and authors comments without a disposition.
struct ProposalWaiting {
    std::vector<Proposal> consultations;
    std::vector<Proposal> undisposed;
};
ProposalWaiting proposals_waiting_for(store::Reader& db, const site::Viewer& viewer, base::Time now);

/// What is wrong with proposals (stage, title, clause ids), one sentence each; empty is good.
std::vector<std::string> check_proposals(store::Reader& db);
/// Renders comments again and puts all proposals into the index.
void rebuild_proposals(store::Writer& db);

} // namespace standards
