#include "standards/proposals/comment_store.hpp"

#include "base/literal.hpp"
#include "standards/proposals/proposal_columns.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace standards {
namespace {

constexpr base::Literal comment_columns =
    "SELECT c.id, c.proposal_id, c.clause, c.revision, m.name, m.handle, coalesce(o.name, ''), c.body, c.html, "
    "c.amendment, c.at, c.withdrawn_at, c.disposition, c.disposition_reason, coalesce(d.name, ''), c.disposed_at "
    "FROM comments c LEFT JOIN members m ON m.id = c.author_id LEFT JOIN centers o ON o.id = c.center_id "
    "LEFT JOIN members d ON d.id = c.disposed_by ";

} // namespace

CommentId add_comment(store::Writer& db, const CommentRecord& record) {
    return db.insert<CommentId, "INSERT INTO comments (proposal_id, clause, revision, author_id, center_id, "
                                "body, html, amendment, at) VALUES (?, ?, ?, ?, nullif(?, 0), ?, '', ?, ?)">(
        record.proposal, record.clause, record.revision, record.author, record.center, record.body,
        record.amendment, record.at);
}

void put_comment_html(store::Writer& db, CommentId comment, std::string_view html) {
    db.run<"UPDATE comments SET html = ? WHERE id = ?">(html, comment);
}

void put_withdrawn(store::Writer& db, CommentId comment, base::Time at) {
    db.run<"UPDATE comments SET withdrawn_at = ? WHERE id = ?">(at, comment);
}

void put_disposition(store::Writer& db, CommentId comment, Disposition disposition, std::string_view reason,
                     MemberId by, base::Time at) {
    db.run<"UPDATE comments SET disposition = ?, disposition_reason = ?, disposed_by = ?, disposed_at = ? "
           "WHERE id = ?">(disposition, reason, by, at, comment);
}

void put_words(store::Writer& db, CommentId comment, std::string_view body, std::string_view amendment) {
    db.run<"UPDATE comments SET body = ?, amendment = ? WHERE id = ?">(body, amendment, comment);
}

std::optional<Comment> find_comment(store::Reader& db, CommentId comment) {
    return db.one<Comment, comment_columns + "WHERE c.id = ?">(comment);
}

std::vector<CommentPlace> comment_places_of(store::Reader& db, ProposalId proposal) {
    return db.all<CommentPlace, "SELECT id, clause, withdrawn_at IS NOT NULL, disposition FROM comments "
                                "WHERE proposal_id = ? ORDER BY id">(proposal);
}

std::vector<Comment> find_comments(store::Reader& db, const std::vector<CommentId>& comments) {
    boost::json::array ids;
    for (const auto id : comments)
        ids.emplace_back(id.value);
    auto found = db.all<Comment, comment_columns + "WHERE c.id IN (SELECT value FROM json_each(?))">(
        boost::json::serialize(ids));
    std::ranges::sort(found, {},
                      [&](const Comment& comment) { return std::ranges::find(comments, comment.id); });
    return found;
}

std::vector<Comment> comments_of(store::Reader& db, ProposalId proposal) {
    return db.all<Comment, comment_columns + "WHERE c.proposal_id = ? ORDER BY c.id">(proposal);
}

bool has_open_comments(store::Reader& db, ProposalId proposal) {
    return db.get<bool, "SELECT EXISTS (SELECT 1 FROM comments WHERE proposal_id = ? AND disposition IS NULL "
                        "AND withdrawn_at IS NULL)">(proposal);
}

std::map<std::string, std::int64_t> comments_by_clause(store::Reader& db, ProposalId proposal) {
    struct Row {
        std::string clause;
        std::int64_t comments;
    };
    std::map<std::string, std::int64_t> counts;
    db.each<Row, "SELECT clause, count(*) FROM comments WHERE proposal_id = ? AND withdrawn_at IS NULL "
                 "GROUP BY clause">([&](Row&& row) { counts[row.clause] = row.comments; }, proposal);
    return counts;
}

ProposalWaiting proposals_waiting_for(store::Reader& db, const site::Viewer& viewer, base::Time now) {
    ProposalWaiting waiting;
    if (!viewer.signed_in()) return waiting;
    if (viewer.center)
        waiting.consultations =
            db.all<Proposal, proposal_columns +
                                 "WHERE p.stage = 'consultation' AND p.consultation_closes > ?1 "
                                 "AND NOT EXISTS (SELECT 1 FROM comments c WHERE "
                                 "c.proposal_id = p.id AND c.center_id = ?2 AND "
                                 "c.withdrawn_at IS NULL) "
                                 "ORDER BY p.consultation_closes, p.id">(now, viewer.center);
    if (viewer.is_steward())
        waiting.undisposed =
            db.all<Proposal, proposal_columns +
                                 "WHERE p.stage = 'consultation' AND EXISTS (SELECT 1 FROM comments c "
                                 "WHERE c.proposal_id = p.id AND c.disposition IS NULL AND "
                                 "c.withdrawn_at IS NULL) ORDER BY p.changed_at, p.id">();
    else
        waiting.undisposed =
            db.all<Proposal, proposal_columns + "WHERE p.stage = 'consultation' AND EXISTS (SELECT 1 FROM "
                                                "proposal_authors a WHERE a.proposal_id = p.id AND "
                                                "a.member_id = ?1) AND EXISTS (SELECT 1 FROM comments c "
                                                "WHERE c.proposal_id = p.id AND c.disposition IS NULL AND "
                                                "c.withdrawn_at IS NULL) ORDER BY p.changed_at, p.id">(
                viewer.id);
    return waiting;
}

} // namespace standards
