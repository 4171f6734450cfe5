// Which comments of a consultation stand on which page: grouped by clause, so many a page, in one order that
// lists, links to one comment and links to a clause share.
#pragma once

#include "server/url.hpp"
#include "standards/proposals/comment_store.hpp"
#include "standards/proposals/proposal_text.hpp"

#include <string_view>
#include <vector>

namespace standards {

constexpr int comments_a_page = 50;

class CommentPages {
  public:
    /// Reads where the comments of the proposal belong, not what they say.
    CommentPages(store::Reader& db, const Proposal& proposal);

    /// How many pages there are; at least one.
    [[nodiscard]] int count() const;
    /// The page with the comment; the first where there is no such comment.
    [[nodiscard]] int page_of(CommentId comment) const;
    /// The page on which the comments on the clause begin.
    [[nodiscard]] int page_of_clause(std::string_view clause) const;
    /// The comments of one page in their order; page 1 is the first.
    [[nodiscard]] std::vector<CommentId> on(int page) const;

    /// All, clause by clause.
    [[nodiscard]] const std::vector<CommentPlace>& all() const { return places_; }
    /// The newest one of the proposal.
    [[nodiscard]] const ProposalText& text() const { return text_; }

  private:
    [[nodiscard]] std::size_t rank_of(const std::string& clause) const;

    ProposalText text_;
    std::vector<CommentPlace> places_;
};

/// Where the comment can be read: its page, and its place there.
server::Url place_of(store::Reader& db, const Comment& comment);
/// A page of the comments.
server::Url comments_url(ProposalId proposal, int page);
/// The address that leads to a comment for ever, on whatever page it stands.
std::string address_of_comment(CommentId comment);

} // namespace standards
