// The SQL of a consultation's comments. What changes one goes through the acts (proposals.hpp).
#pragma once

#include "standards/proposals/proposals.hpp"

#include <map>

namespace standards {

struct CommentRecord {
    ProposalId proposal;
    std::string clause;
    int revision;
    MemberId author;
    CenterId center; // 0: program staff
    std::string body;
    std::string amendment;
    base::Time at;
};
CommentId add_comment(store::Writer& db, const CommentRecord& record);
void put_comment_html(store::Writer& db, CommentId comment, std::string_view html);
void put_withdrawn(store::Writer& db, CommentId comment, base::Time at);
void put_disposition(store::Writer& db, CommentId comment, Disposition disposition, std::string_view reason,
                     MemberId by, base::Time at);

void put_words(store::Writer& db, CommentId comment, std::string_view body, std::string_view amendment);

std::optional<Comment> find_comment(store::Reader& db, CommentId comment);

/// Where a comment belongs, and what became of it.
struct CommentPlace {
    CommentId id;
    std::string clause;
    bool withdrawn;
    std::optional<Disposition> disposition;
};
/// All of a proposal, as they were written.
std::vector<CommentPlace> comment_places_of(store::Reader& db, ProposalId proposal);
/// These comments, in this order.
std::vector<Comment> find_comments(store::Reader& db, const std::vector<CommentId>& comments);
/// How many there are of each clause ("" for the whole), without those that were taken back.
std::map<std::string, std::int64_t> comments_by_clause(store::Reader& db, ProposalId proposal);

} // namespace standards
