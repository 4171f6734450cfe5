// Comments as pages show them: grouped by what they are about, each with its answer.
#pragma once

#include "site/parts.hpp"
#include "standards/proposals/comment_store.hpp"
#include "standards/proposals/proposal_text.hpp"
#include "standards/proposals/proposals.hpp"

#include <map>

namespace standards {

struct CommentGroup {
    std::string id;    // for the page: "about_c1"
    std::string title; // "Clause 1: The rule is in writing"
    std::vector<const Comment*> comments;
};
/// The whole first, then clause by clause as the newest text has them, then what is about clauses that are
/// gone.
std::vector<CommentGroup> group_comments(const std::vector<Comment>& comments, const ProposalText& newest);

/// The clauses as those who propose other wordings have read them.
class Wordings {
  public:
    Wordings(store::Reader& db, const Proposal& proposal, const std::vector<Comment>& comments);
    /// The clause that the comment is about, as it was; "" where it is not known any more.
    [[nodiscard]] std::string before(const Comment& comment) const;

  private:
    std::map<int, ProposalText> by_revision_;
};

enum class CommentLook { open, printed }; // with what can be done, or without
struct CommentPage {
    const Proposal& proposal;
    const Wordings& wordings;
    bool may_dispose = false;
    CommentLook look = CommentLook::open;
};
void comment_view(html::Writer& w, const site::Context& c, const CommentPage& page, const Comment& comment);

/// "12 comments: 5 accepted, 1 declined, 6 without an answer"
std::string dispositions_in_words(const std::vector<CommentPlace>& comments);

} // namespace standards
