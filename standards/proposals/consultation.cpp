// Saying something on a proposal, taking it back, and what becomes of it.
#include "base/text.hpp"
#include "members/members.hpp"
#include "revisions/id_prefix.hpp"
#include "server/fields.hpp"
#include "server/url.hpp"
#include "standards/ledger_store.hpp"
#include "standards/proposals/acts.hpp"
#include "standards/proposals/aftermath.hpp"
#include "standards/proposals/comment_pages.hpp"
#include "standards/proposals/may.hpp"
#include "standards/proposals/proposal_store.hpp"

namespace standards {
namespace {

constexpr std::size_t longest_comment = 20'000;
constexpr std::size_t longest_reason = 5'000;
constexpr std::string_view removed_words = "*A steward removed the words of this comment.*";

base::Result<Proposal> proposal_to_comment(store::Reader& db, const site::Viewer& viewer, ProposalId id,
                                           base::Time at) {
    auto proposal = find_for(db, id);
    if (!proposal) return proposal;
    if (!viewer.signed_in())
        return base::fail(base::ProblemKind::not_allowed, "Sign in to comment on a proposal.");
    if (proposal->stage != Stage::consultation)
        return base::fail(base::ProblemKind::conflict, "This proposal is not in consultation.");
    if (!may_comment(viewer, *proposal, at))
        return base::fail(base::ProblemKind::conflict,
                          "The consultation closed on " +
                              base::exact_time(*proposal->consultation_closes, viewer.zone) +
                              ". Comments are no longer taken.");
    return proposal;
}

/// The clause as it was in that revision; nothing where there is none.
std::optional<Clause> clause_in(store::Reader& db, TextId text, int revision, std::string_view id) {
    const auto found = revisions::find_revision(db, text, revision);
    const auto read = found ? read_text(found->body) : base::fail(base::Problem{});
    const auto* clause = read ? find_clause(*read, id) : nullptr;
    return clause ? std::optional(*clause) : std::nullopt;
}

/// The amendment in its one form, "" where it changes nothing; or what is wrong with the comment.
base::Result<std::string> check(store::Reader& db, const Proposal& proposal, const NewComment& comment) {
    server::Complaints complaints;
    complaints.check_length("body", "The comment", base::trim(comment.body), longest_comment);
    if (comment.revision < 1 || comment.revision > proposal.revision)
        complaints.add("revision", "Say which revision was read: the newest is " +
                                       std::to_string(proposal.revision) + ".");
    std::string amendment;
    const auto clause = clause_in(db, proposal.text, comment.revision, comment.clause);
    if (!comment.clause.empty() && !clause)
        complaints.add("clause",
                       "The text that you read has no such clause. Choose one, or the whole proposal.");
    if (!base::trim(comment.amendment).empty()) {
        const auto amended = read_clause(comment.amendment);
        if (comment.clause.empty())
            complaints.add("amendment",
                           "Another wording is for one clause. Choose the clause above, or take it out.");
        else if (!amended || base::length(comment.amendment) > longest_comment)
            complaints.add("amendment", amended ? "This wording is longer than 20,000 characters."
                                                : amended.error().fields.front().message);
        else if (clause && write_clause(*amended) != write_clause(*clause))
            amendment = write_clause(*amended);
    }
    if (complaints.any()) return base::fail(complaints.problem());
    return amendment;
}

base::Result<Comment> find_comment_for(store::Reader& db, CommentId id) {
    auto comment = find_comment(db, id);
    if (!comment) return base::fail(base::ProblemKind::not_found, "There is no such comment.");
    if (comment->withdrawn_at) return base::fail(base::ProblemKind::gone, "This comment was taken back.");
    return *std::move(comment);
}

base::Result<> check_disposition(const Comment& comment, Disposition disposition, const std::string& reason,
                                 bool apply) {
    server::Complaints complaints;
    complaints.check_length("reason", "The reason", base::trim(reason), longest_reason);
    if (apply && comment.amendment.empty())
        complaints.add("apply", "This comment proposes no wording that could be put into the text.");
    else if (apply && disposition != Disposition::accepted)
        complaints.add("apply",
                       "Only a wording that is accepted as it stands goes into the text by itself. Edit the "
                       "proposal to take over a part of it.");
    if (complaints.any()) return base::fail(complaints.problem());
    return {};
}

/// Puts an amendment into the newest text, together with what others changed in the clause since.
base::Result<> apply_amendment(store::Writer& db, const site::Viewer& viewer, const Proposal& proposal,
                               const Comment& comment, base::Time at) {
    const auto by_hand =
        base::fail(base::ProblemKind::conflict,
                   "This clause was changed since the wording was proposed, and the two do not go "
                   "together by themselves. Edit the proposal by hand.");
    const auto newest = revisions::newest(db, proposal.text);
    auto text = read_text(newest.body);
    const auto read = clause_in(db, proposal.text, comment.revision, comment.clause);
    const auto* now = text ? find_clause(*text, comment.clause) : nullptr;
    if (!now || !read) return by_hand;
    const auto merge = markup::merge(write_clause(*read), comment.amendment, write_clause(*now));
    const auto merged = merge.clean ? read_clause(merge.text) : base::fail(base::Problem{});
    if (!merged) return by_hand;
    for (auto& clause : text->clauses)
        if (clause.id == comment.clause) clause = {clause.id, merged->heading, merged->body};
    const auto saved = save_text(db, viewer, proposal, newest.number, newest.title, *std::move(text),
                                 "The wording that " + comment.author_name + " proposed in comment " +
                                     std::to_string(comment.id.value),
                                 at);
    if (!saved) return base::fail(saved.error());
    return {};
}

} // namespace

base::Result<CommentId> comment(store::Writer& db, const site::Viewer& viewer, ProposalId id,
                                const NewComment& comment, base::Time at) {
    const auto proposal = proposal_to_comment(db, viewer, id, at);
    if (!proposal) return base::fail(proposal.error());
    const auto amendment = check(db, *proposal, comment);
    if (!amendment) return base::fail(amendment.error());
    const auto text = revisions::prepare(db, revisions::TextKind::post, "", comment.body);
    if (!text) return base::fail(text.error());

    const auto made = add_comment(
        db, {id, comment.clause, comment.revision, viewer.id, viewer.center, text->body, *amendment, at});
    keep_comment_html(db, made, text->rendered);
    notices::watch(db, viewer.id, subject_of(id), at);
    enter(db, id, at, "commented", viewer.handle, {{"comment", made.value}, {"clause", comment.clause}});
    tell_mentioned(db, *proposal, text->rendered, "", viewer.id, address_of_comment(made), at);
    tell_watchers(db, *proposal, notices::Reason::commented, viewer.id, "/comments", at);
    return made;
}

void keep_comment_html(store::Writer& db, CommentId comment, const markup::Rendered& rendered) {
    put_comment_html(db, comment,
                     revisions::with_prefix(rendered.html, rendered.id_prefix,
                                            "comment_" + std::to_string(comment.value) + "-"));
}

base::Result<> take_comment_back(store::Writer& db, const site::Viewer& viewer, CommentId id, base::Time at) {
    const auto comment = find_comment_for(db, id);
    if (!comment) return base::fail(comment.error());
    if (viewer.handle != comment->author_handle)
        return base::fail(base::ProblemKind::not_allowed, "Only who wrote a comment may take it back.");
    const auto proposal = find_for(db, comment->proposal);
    if (!may_take_back(viewer, *proposal, *comment, at))
        return base::fail(
            base::ProblemKind::conflict,
            "A comment can be taken back while the consultation is open and until it is disposed of.");
    put_withdrawn(db, id, at);
    enter(db, comment->proposal, at, "comment_withdrawn", viewer.handle, {{"comment", id.value}});
    return {};
}

base::Result<> dispose(store::Writer& db, const site::Viewer& viewer, CommentId id, Disposition disposition,
                       const std::string& reason, bool apply, base::Time at) {
    const auto comment = find_comment_for(db, id);
    if (!comment) return base::fail(comment.error());
    const auto proposal = find_for(db, comment->proposal);
    const bool author = is_author(db, proposal->id, viewer.id);
    if (!author && !viewer.is_steward())
        return base::fail(base::ProblemKind::not_allowed,
                          "Only the authors and the stewards answer comments.");
    if (!may_dispose(viewer, *proposal, author))
        return base::fail(base::ProblemKind::conflict, "The answers to comments are fixed at this stage.");
    if (auto sound = check_disposition(*comment, disposition, reason, apply); !sound) return sound;
    if (apply)
        if (auto applied = apply_amendment(db, viewer, *proposal, *comment, at); !applied) return applied;
    put_disposition(db, id, disposition, base::trim(reason), viewer.id, at);
    enter(db, proposal->id, at, "comment_disposed", viewer.handle,
          {{"comment", id.value},
           {"disposition", base::enum_text(disposition)},
           {"reason", base::trim(reason)}});
    if (const auto writer = members::find_by_handle(db, comment->author_handle))
        notices::tell(db, {*writer},
                      {notices::Reason::disposed, viewer.id, proposal->title, address_of_comment(id), at});
    return {};
}

base::Result<> remove_words(store::Writer& db, const site::Viewer& viewer, CommentId id,
                            const std::string& reason, base::Time at) {
    const auto comment = find_comment(db, id);
    if (!comment) return base::fail(base::ProblemKind::not_found, "There is no such comment.");
    if (!may_remove_words(viewer))
        return base::fail(base::ProblemKind::not_allowed, "Only stewards may remove the words of a comment.");
    server::Complaints complaints;
    complaints.check_length("reason", "The reason", base::trim(reason), 300);
    if (complaints.any()) return base::fail(complaints.problem());
    const auto text = revisions::prepare(db, revisions::TextKind::post, "", std::string(removed_words));
    put_words(db, id, removed_words, "");
    keep_comment_html(db, id, text.value().rendered);
    // Not into the ledger: that there is a comment, and its answer, stay as they were.
    members::audit(db, viewer.id, "removed the words of a comment", address_of_comment(id), reason, at);
    return {};
}

} // namespace standards
