// The consultation: what was said, clause by clause, and the form to say something.
#include "notices/see.hpp"
#include "revisions/editor_view.hpp"
#include "standards/proposals/comment_store.hpp"
#include "standards/proposals/comments_view.hpp"
#include "standards/proposals/handlers.hpp"
#include "standards/proposals/may.hpp"
#include "standards/proposals/proposal_view.hpp"
#include "standards/proposals/proposal_words.hpp"

#include <algorithm>

namespace standards {
namespace {

using html::Writer;
using server::link;

struct CommentForm {
    parts::State state{};
    std::optional<revisions::Draft> draft{};
    std::optional<base::Result<std::string>> preview{};

    /// Opened from a clause, with its wording to change.
    [[nodiscard]] bool has_amendment() const { return state.values.has("amendment"); }
};

std::string place_of(const Proposal& proposal, std::string_view clause) {
    return link<"/standards/proposals/{}/comments">(proposal.id).text() +
           (clause.empty() ? "" : "?clause=" + std::string(clause)) + "#comment";
}

server::Url place_of(ProposalId proposal, CommentId comment) {
    return *server::Url::local(link<"/standards/proposals/{}/comments">(proposal).text() + "#comment_" +
                               std::to_string(comment.value));
}

ProposalText newest_text(store::Reader& db, const Proposal& proposal) {
    return read_text(revisions::newest(db, proposal.text).body).value_or(ProposalText{});
}

void about_field(Writer& w, const Proposal& proposal, const ProposalText& text, const CommentForm& form) {
    const auto name = clause_name(text, form.state.value("clause"));
    if (form.has_amendment() && !name.empty()) {
        parts::hidden_field(w, "clause", form.state.value("clause"));
        w.put<"<p>On <strong>{}</strong>. <a href=\"{}\">On something else</a></p>">(
            name, *server::Url::local(place_of(proposal, "")));
        return;
    }
    std::vector<parts::Option> options;
    for (const auto& clause : text.clauses)
        options.push_back({clause.id, clause_name(text, clause.id)});
    parts::select_field(w, form.state,
                        {.name = "clause",
                         .label = "What is it about?",
                         .options = options,
                         .hint = "To propose another wording, choose “Comment on this clause” in the text.",
                         .first = "The whole proposal"});
}

void form_view(Writer& w, const site::Context& c, const Proposal& proposal, const ProposalText& text,
               const CommentForm& form) {
    w.put<
        "<section class=\"stack no-print\" id=\"comment\"><h2>Your comment</h2>"
        "<p class=\"hint\">It is shown with your name and Center, becomes part of the public record, and gets an "
        "answer with a reason. It cannot be changed, only taken back.</p>">();
    if (form.preview) revisions::preview_part(w, *form.preview);
    const auto place = place_of(proposal, form.has_amendment() ? form.state.value("clause") : "");
    parts::form(w, c, link<"/standards/proposals/{}/comments">(proposal.id), {.draft = place}, form.state,
                [&](Writer& in) {
                    revisions::draft_note(in, c, form.draft);
                    parts::hidden_field(in, "revision", form.state.value("revision"));
                    about_field(in, proposal, text, form);
                    parts::markdown_field(in, form.state,
                                          {.name = "body", .label = "What should be different, and why?"});
                    if (form.has_amendment())
                        parts::text_area(in, form.state,
                                         {.name = "amendment",
                                          .label = "The clause as it should be",
                                          .hint = "Change the wording here, or leave it as it is.",
                                          .optional = true});
                    revisions::editing_acts(in, {.save = "Send the comment", .place = place});
                });
    w.put<"</section>">();
}

void standing(Writer& w, const site::Context& c, const Proposal& proposal,
              const std::vector<Comment>& comments) {
    w.put<"<div class=\"card stack\"><p>">();
    if (proposal.takes_comments(c.now))
        w.put<"Comments are taken until <strong>{}</strong> ({}). ">(
            [&](Writer& in) { deadline(in, c, *proposal.consultation_closes); },
            base::exact_time(*proposal.consultation_closes, c.viewer.zone));
    else
        w.put<"Comments are not taken now. ">();
    w.put<"{}</p>">(dispositions_in_words(comments));
    if (may_comment(c.viewer, proposal, c.now))
        w.put<"<p class=\"no-print\"><a class=\"button\" href=\"#comment\">Comment</a></p>">();
    w.put<"</div>">();
}

server::Response comments_page(site::Context& c, const Proposal& proposal, const CommentForm& form) {
    const auto comments = comments_of(c.db, proposal.id);
    const auto text = newest_text(c.db, proposal);
    const Wordings wordings(c.db, proposal, comments);
    const CommentPage page{proposal, wordings,
                           may_dispose(c.viewer, proposal, is_author(c.db, proposal.id, c.viewer.id))};
    const site::Frame frame{
        .title = "Comments on " + proposal.title, .section = "standards", .crumbs = way_below(proposal)};
    return site::page(
        c, frame,
        [&](Writer& w) {
            parts::page_head(w, frame.title);
            parts::tabs(w, "This proposal", proposal_tabs(c, proposal, Face::comments));
            w.put<"<div class=\"stack-wide text-wide\">">();
            standing(w, c, proposal, comments);
            for (const auto& group : group_comments(comments, text)) {
                w.put<"<section class=\"stack\" id=\"{}\"><h2>{}</h2>">(group.id, group.title);
                for (const auto* comment : group.comments)
                    comment_view(w, c, page, *comment);
                w.put<"</section>">();
            }
            // A form that came too late is shown all the same: what was typed must not be lost.
            if (may_comment(c.viewer, proposal, c.now) || form.state.problem)
                form_view(w, c, proposal, text, form);
            w.put<"</div>">();
        },
        form.state.problem ? site::status_of(form.state.problem->kind) : 200);
}

NewComment read_comment(const site::Context& c) {
    const auto revision = c.input.number("revision").value_or(0);
    return {c.input.line("clause"), revision > 0 && revision < 1'000'000'000 ? static_cast<int>(revision) : 0,
            c.input.text("body"), c.input.text("amendment")};
}

} // namespace

server::Response show_comments(site::Context& c, ProposalId id) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);
    CommentForm form;
    const auto text = newest_text(c.db, *proposal);
    const auto* clause = find_clause(text, c.query.line("clause"));
    const std::string about = clause ? clause->id : "";
    form.draft = revisions::find_draft(c.db, c.viewer.id, place_of(*proposal, about));
    form.state.values.add("clause", about);
    form.state.values.add("revision", std::to_string(proposal->revision));
    form.state.values.add("body", form.draft ? form.draft->body : "");
    if (clause) form.state.values.add("amendment", write_clause(*clause));
    notices::see(c, link<"/standards/proposals/{}/comments">(id).text());
    return comments_page(c, *proposal, form);
}

server::Response post_comment(site::Context& c, ProposalId id) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);
    if (revisions::wants_preview(c)) {
        CommentForm form{.state = {c.input}};
        form.preview = revisions::preview(c.db, c.input.text("body"));
        if (!*form.preview) form.state.problem = form.preview->error();
        return comments_page(c, *proposal, form);
    }
    const auto sent = read_comment(c);
    const auto made = c.write([&](store::Writer& db) {
        auto comment = standards::comment(db, c.viewer, id, sent, c.now);
        if (comment)
            revisions::forget_draft(db, c.viewer.id,
                                    place_of(*proposal, c.input.has("amendment") ? sent.clause : ""));
        return comment;
    });
    if (!made) return comments_page(c, *proposal, {.state = {c.input, made.error()}});
    return site::done(c, place_of(id, *made), "Your comment is sent.");
}

server::Response find_comment_place(site::Context& c, CommentId id) {
    const auto comment = find_comment(c.db, id);
    if (!comment) return site::not_found(c, "There is no such comment.");
    return server::see_other(place_of(comment->proposal, id));
}

server::Response post_withdraw_comment(site::Context& c, CommentId id) {
    const auto comment = find_comment(c.db, id);
    if (!comment) return site::not_found(c, "There is no such comment.");
    const auto taken = c.write([&](store::Writer& db) { return take_comment_back(db, c.viewer, id, c.now); });
    if (!taken) return site::problem(c, taken.error());
    return site::done(c, link<"/standards/proposals/{}/comments">(comment->proposal),
                      "Your comment is taken back.");
}

} // namespace standards
