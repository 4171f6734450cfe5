#include "standards/proposals/comment_pages.hpp"

#include "revisions/revisions.hpp"
#include "server/url.hpp"

#include <algorithm>

namespace standards {

CommentPages::CommentPages(store::Reader& db, const Proposal& proposal)
    : text_(read_text(revisions::newest(db, proposal.text).body).value_or(ProposalText{})),
      places_(comment_places_of(db, proposal.id)) {
    std::ranges::stable_sort(places_, {},
                             [this](const CommentPlace& place) { return rank_of(place.clause); });
}

/// The whole first, then clause by clause as the newest text has them, then what is about clauses that are
/// gone.
std::size_t CommentPages::rank_of(const std::string& clause) const {
    if (clause.empty()) return 0;
    const auto found = std::ranges::find(text_.clauses, clause, &Clause::id);
    return 1 + static_cast<std::size_t>(found - text_.clauses.begin());
}

int CommentPages::count() const {
    const auto full = places_.empty() ? 0 : (places_.size() - 1) / comments_a_page;
    return static_cast<int>(full) + 1;
}

int CommentPages::page_of(CommentId comment) const {
    const auto found = std::ranges::find(places_, comment, &CommentPlace::id);
    if (found == places_.end()) return 1;
    return static_cast<int>((found - places_.begin()) / comments_a_page) + 1;
}

int CommentPages::page_of_clause(std::string_view clause) const {
    const auto found = std::ranges::find(places_, clause, &CommentPlace::clause);
    return found == places_.end() ? 1 : page_of(found->id);
}

std::vector<CommentId> CommentPages::on(int page) const {
    std::vector<CommentId> ids;
    const auto from = static_cast<std::size_t>(page - 1) * comments_a_page;
    for (auto at = from; at < std::min(from + comments_a_page, places_.size()); ++at)
        ids.push_back(places_[at].id);
    return ids;
}

server::Url comments_url(ProposalId proposal, int page) {
    return page == 1 ? server::link<"/standards/proposals/{}/comments">(proposal)
                     : server::link<"/standards/proposals/{}/comments?page={}">(proposal, page);
}

server::Url place_of(store::Reader& db, const Comment& comment) {
    const CommentPages pages(db, find_proposal(db, comment.proposal).value());
    return *server::Url::local(comments_url(comment.proposal, pages.page_of(comment.id)).text() +
                               "#comment_" + std::to_string(comment.id.value));
}

std::string address_of_comment(CommentId comment) {
    return server::link<"/standards/comments/{}">(comment).text();
}

} // namespace standards
