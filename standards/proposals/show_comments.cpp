// The consultation: what was said, clause by clause, and the form to say something.
#include "base/text.hpp"
#include "notices/see.hpp"
#include "revisions/editor_view.hpp"
#include "standards/proposals/comment_pages.hpp"
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

void about_field(Writer& w, const Proposal& proposal, const ProposalText& text, const CommentForm& form) {
    const auto* clause = find_clause(text, form.state.value("clause"));
    if (form.has_amendment() && clause) {
        parts::hidden_field(w, "clause", clause->id);
        w.put<"<p>On <strong>{}</strong>. <a href=\"{}\">On something else</a></p>">(
            clause_name(text, clause->id), *server::Url::local(place_of(proposal, "")));
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

/// The text that the form is about: that which its writer read.
ProposalText text_of(store::Reader& db, const Proposal& proposal, const CommentPages& pages,
                     std::string_view revision) {
    const auto number = base::parse_int(revision).value_or(proposal.revision);
    if (number < 1 || number >= proposal.revision) return pages.text();
    const auto read = revisions::find_revision(db, proposal.text, static_cast<int>(number));
    return read_text(read->body).value_or(pages.text());
}

void form_view(Writer& w, const site::Context& c, const Proposal& proposal, const ProposalText& text,
               const CommentForm& form) {
    w.put<
        "<section class=\"stack no-print\" id=\"comment\"><h2>Your comment</h2>"
        "<p class=\"hint\">It is shown with your name and Center, becomes part of the public record, and gets an "
        "answer with a reason. It cannot be changed, only taken back.</p>">();
    if (form.preview) revisions::preview_part(w, *form.preview);
    const auto place = form.state.value("key");
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
              const std::vector<CommentPlace>& comments, bool may_answer) {
    w.put<"<div class=\"card stack\"><p>">();
    if (proposal.takes_comments(c.now))
        w.put<"Comments are taken until <strong>{}</strong>. ">(
            base::exact_time(*proposal.consultation_closes, c.viewer.zone));
    else
        w.put<"Comments are not taken now. ">();
    w.put<"{}</p>">(dispositions_in_words(comments));
    const auto open = std::ranges::find_if(
        comments, [](const CommentPlace& one) { return !one.withdrawn && !one.disposition; });
    if (may_answer && open != comments.end())
        w.put<"<p class=\"no-print\"><a href=\"{}\">The first without an answer</a></p>">(
            link<"/standards/comments/{}">(open->id));
    if (may_comment(c.viewer, proposal, c.now))
        w.put<"<p class=\"no-print\"><a class=\"button\" href=\"#comment\">Comment</a></p>">();
    w.put<"</div>">();
}

void groups(Writer& w, const site::Context& c, const CommentPage& page, const std::vector<Comment>& comments,
            const ProposalText& text) {
    for (const auto& group : group_comments(comments, text)) {
        w.put<"<section class=\"stack\" id=\"{}\"><h2>{}</h2>">(group.id, group.title);
        for (const auto* comment : group.comments)
            comment_view(w, c, page, *comment);
        w.put<"</section>">();
    }
}

void pager(Writer& w, const Proposal& proposal, const CommentPages& pages, int page) {
    std::optional<server::Url> before;
    std::optional<server::Url> after;
    if (page > 1) before = comments_url(proposal.id, page - 1);
    if (page < pages.count()) after = comments_url(proposal.id, page + 1);
    parts::pager(w, before, after, "Comments before these", "More comments");
}

/// The page that the query asks for: by its number, or as that where the comments on a clause begin.
int asked_page(const site::Context& c, const CommentPages& pages) {
    if (c.query.has("about")) return pages.page_of_clause(c.query.line("about"));
    const auto page = c.query.number("page").value_or(1);
    return static_cast<int>(std::clamp<std::int64_t>(page, 1, pages.count()));
}

/// Whoever reads a comment has seen what the inbox says of it.
void see_comments(const site::Context& c, ProposalId proposal, const std::vector<CommentId>& shown) {
    notices::see(c, link<"/standards/proposals/{}/comments">(proposal).text());
    std::vector<std::string> addresses;
    for (const auto comment : shown)
        addresses.push_back(address_of_comment(comment));
    for (const auto& address : notices::unread_among(c.db, c.viewer.id, addresses))
        notices::see(c, address);
}

server::Response comments_page(site::Context& c, const Proposal& proposal, const CommentPages& pages,
                               const CommentForm& form) {
    const int number = asked_page(c, pages);
    const auto comments = find_comments(c.db, pages.on(number));
    const Wordings wordings(c.db, proposal, comments);
    const CommentPage page{proposal, wordings,
                           may_dispose(c.viewer, proposal, is_author(c.db, proposal.id, c.viewer.id))};
    const site::Frame frame{
        .title = "Comments on " + proposal.title, .section = "standards", .crumbs = way_below(proposal)};
    return site::page(
        c, frame,
        [&](Writer& w) {
            parts::page_head(w, frame.title,
                             pages.count() == 1
                                 ? std::string()
                                 : "Page " + std::to_string(number) + " of " + std::to_string(pages.count()));
            parts::tabs(w, "This proposal", proposal_tabs(c, proposal, Face::comments));
            w.put<"<div class=\"stack-wide text-wide\">">();
            standing(w, c, proposal, pages.all(), page.may_dispose);
            groups(w, c, page, comments, pages.text());
            pager(w, proposal, pages, number);
            // A form that came too late is shown all the same: what was typed must not be lost.
            if (may_comment(c.viewer, proposal, c.now) || form.state.problem)
                form_view(w, c, proposal, text_of(c.db, proposal, pages, form.state.value("revision")), form);
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
    const CommentPages pages(c.db, *proposal);
    const auto asked = c.query.line("clause");
    const auto* clause = find_clause(pages.text(), asked);
    // By what was asked for: the clause may be gone from the text since the draft was begun.
    form.draft = revisions::find_draft(c.db, c.viewer.id, place_of(*proposal, asked));
    // A draft keeps the revision that it was begun on: its wording is compared with what its writer saw.
    auto& values = form.state.values;
    if (form.draft) values = revisions::fields_of(*form.draft);
    const auto begin_with = [&](std::string_view name, std::string_view value) {
        if (!values.has(name)) values.add(name, value);
    };
    begin_with("key", place_of(*proposal, clause || form.draft ? asked : ""));
    begin_with("clause", clause ? clause->id : "");
    begin_with("revision", std::to_string(proposal->revision));
    if (clause) begin_with("amendment", write_clause(*clause));
    see_comments(c, id, pages.on(asked_page(c, pages)));
    return comments_page(c, *proposal, pages, form);
}

server::Response post_comment(site::Context& c, ProposalId id) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);
    if (revisions::wants_preview(c)) {
        CommentForm form{.state = {c.input}};
        form.preview = revisions::preview(c.db, c.input.text("body"));
        if (!*form.preview) form.state.problem = form.preview->error();
        return comments_page(c, *proposal, CommentPages(c.db, *proposal), form);
    }
    const auto sent = read_comment(c);
    const auto made = c.write([&](store::Writer& db) {
        auto comment = standards::comment(db, c.viewer, id, sent, c.now);
        if (comment) revisions::forget_draft(db, c.viewer.id, c.input.line("key"));
        return comment;
    });
    if (!made)
        return comments_page(c, *proposal, CommentPages(c.db, *proposal), {.state = {c.input, made.error()}});
    return site::done(c, place_of(c.db, find_comment(c.db, *made).value()), "Your comment is sent.");
}

server::Response find_comment_place(site::Context& c, CommentId id) {
    const auto comment = find_comment(c.db, id);
    if (!comment) return site::not_found(c, "There is no such comment.");
    notices::see(c, address_of_comment(id));
    return server::see_other(place_of(c.db, *comment));
}

server::Response post_withdraw_comment(site::Context& c, CommentId id) {
    const auto comment = find_comment(c.db, id);
    if (!comment) return site::not_found(c, "There is no such comment.");
    const auto taken = c.write([&](store::Writer& db) { return take_comment_back(db, c.viewer, id, c.now); });
    if (!taken) return site::problem(c, taken.error());
    return site::done(c, place_of(c.db, *comment), "Your comment is taken back.");
}

} // namespace standards
