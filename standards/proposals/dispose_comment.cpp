#include "standards/proposals/comment_pages.hpp"
#include "standards/proposals/comments_view.hpp"
#include "standards/proposals/handlers.hpp"
#include "standards/proposals/may.hpp"
#include "standards/proposals/proposal_view.hpp"
#include "standards/proposals/proposal_words.hpp"

namespace standards {
namespace {

using html::Writer;

std::string_view hint_for(Disposition disposition) {
    switch (disposition) {
    case Disposition::accepted: return "The text follows it.";
    case Disposition::accepted_in_part: return "The text follows some of it. Say which.";
    case Disposition::declined: return "The text stays. Say why.";
    case Disposition::out_of_scope: return "It is about something else than this standard.";
    }
    return "";
}

void fields(Writer& w, const Comment& comment, const parts::State& state) {
    std::vector<parts::Option> options;
    for (const auto disposition : base::all_values<Disposition>())
        options.push_back({std::string(base::enum_text(disposition)), std::string(words_for(disposition)),
                           std::string(hint_for(disposition))});
    parts::radio_group(w, state, {.name = "disposition", .label = "Answer", .options = options});
    parts::text_area(w, state,
                     {.name = "reason",
                      .label = "Reason",
                      .hint = "Public, beside the comment. Say it so that its writer can follow.",
                      .size = "short"});
    if (!comment.amendment.empty())
        parts::checkbox(w, state,
                        {.name = "apply",
                         .label = "Put the proposed wording into the text",
                         .hint = "With “Accepted”: it becomes the next revision at once."});
    parts::acts(w, [&](Writer& row) {
        parts::submit(row, {.words = "Save the answer"});
        parts::button_link(row, server::link<"/standards/comments/{}">(comment.id), "Cancel",
                           parts::Look::quiet);
    });
}

server::Response form_page(site::Context& c, const Proposal& proposal, const Comment& comment,
                           const parts::State& state) {
    const auto text = read_text(revisions::newest(c.db, proposal.text).body).value_or(ProposalText{});
    const Wordings wordings(c.db, proposal, {comment});
    const site::Frame frame{.title = "Answer the comment of " + comment.author_name,
                            .section = "standards",
                            .crumbs = way_below(proposal),
                            .width = "narrow"};
    return site::page(
        c, frame,
        [&](Writer& w) {
            const auto about = clause_name(text, comment.clause);
            parts::page_head(w, frame.title,
                             about.empty() ? "A clause that is no longer in the text" : about);
            w.put<"<div class=\"stack-wide\"><h2 class=\"hidden-words\">The comment</h2>">();
            comment_view(w, c, {.proposal = proposal, .wordings = wordings, .look = CommentLook::printed},
                         comment);
            parts::form(w, c, server::link<"/standards/comments/{}/disposition">(comment.id), {}, state,
                        [&](Writer& in) { fields(in, comment, state); });
            w.put<"</div>">();
        },
        state.problem ? site::status_of(state.problem->kind) : 200);
}

/// Why the viewer cannot answer it, if so.
std::optional<base::Problem> obstacle(site::Context& c, const Proposal& proposal, const Comment& comment) {
    const bool author = is_author(c.db, proposal.id, c.viewer.id);
    if (comment.withdrawn_at) return base::Problem{base::ProblemKind::gone, "This comment was taken back."};
    if (may_dispose(c.viewer, proposal, author)) return std::nullopt;
    if (!author && !c.viewer.is_steward())
        return base::Problem{base::ProblemKind::not_allowed,
                             "Only the authors and the stewards answer comments."};
    return base::Problem{base::ProblemKind::conflict, "The answers to comments are fixed at this stage."};
}

} // namespace

server::Response show_disposition(site::Context& c, CommentId id) {
    const auto comment = find_comment(c.db, id);
    if (!comment) return site::not_found(c, "There is no such comment.");
    const auto proposal = find_proposal(c.db, comment->proposal).value();
    if (const auto problem = obstacle(c, proposal, *comment)) return site::problem(c, *problem);
    parts::State state;
    if (comment->disposition) state.values.add("disposition", base::enum_text(*comment->disposition));
    state.values.add("reason", comment->disposition_reason);
    return form_page(c, proposal, *comment, state);
}

server::Response post_disposition(site::Context& c, CommentId id) {
    const auto comment = find_comment(c.db, id);
    if (!comment) return site::not_found(c, "There is no such comment.");
    const auto proposal = find_proposal(c.db, comment->proposal).value();
    const auto disposition = base::parse_enum<Disposition>(c.input.line("disposition"));
    if (!disposition && !obstacle(c, proposal, *comment)) {
        const auto missing = base::fail_field("disposition", "Choose an answer.").value();
        return form_page(c, proposal, *comment, {c.input, missing});
    }
    const auto disposed = c.write([&](store::Writer& db) {
        return dispose(db, c.viewer, id, disposition.value_or(Disposition::declined), c.input.text("reason"),
                       c.input.flag("apply"), c.now);
    });
    if (!disposed && disposed.error().kind != base::ProblemKind::not_allowed)
        return form_page(c, proposal, *comment, {c.input, disposed.error()});
    if (!disposed) return site::problem(c, disposed.error());
    return site::done(c, place_of(c.db, *comment), "The answer is saved.");
}

} // namespace standards
