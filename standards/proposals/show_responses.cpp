// The page that answers everybody who commented: it writes itself from the dispositions, and prints.
#include "standards/proposals/comments_view.hpp"
#include "standards/proposals/handlers.hpp"
#include "standards/proposals/proposal_view.hpp"
#include "standards/proposals/proposal_words.hpp"

namespace standards {

server::Response show_responses(site::Context& c, ProposalId id) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);
    const auto comments = comments_of(c.db, id);
    const auto text = read_text(revisions::newest(c.db, proposal->text).body).value_or(ProposalText{});
    const Wordings wordings(c.db, *proposal, comments);
    const CommentPage look{.proposal = *proposal, .wordings = wordings, .look = CommentLook::printed};
    const site::Frame frame{.title = "Answers to the comments on " + proposal->title,
                            .section = "standards",
                            .crumbs = way_below(*proposal)};
    return site::page(c, frame, [&](html::Writer& w) {
        parts::page_head(w, frame.title, dispositions_in_words(comment_places_of(c.db, id)));
        parts::tabs(w, "This proposal", proposal_tabs(c, *proposal, Face::responses));
        w.put<"<div class=\"stack-wide text-wide\">">();
        for (const auto& group : group_comments(comments, text)) {
            w.put<"<section class=\"stack\" id=\"{}\"><h2>{}</h2>">(group.id, group.title);
            for (const auto* comment : group.comments)
                comment_view(w, c, look, *comment);
            w.put<"</section>">();
        }
        w.put<"</div>">();
    });
}

} // namespace standards
