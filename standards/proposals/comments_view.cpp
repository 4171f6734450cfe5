#include "standards/proposals/comments_view.hpp"

#include "base/text.hpp"
#include "revisions/compare_view.hpp"
#include "standards/proposals/may.hpp"
#include "standards/proposals/proposal_words.hpp"

#include <algorithm>

namespace standards {
namespace {

using html::Writer;
using server::link;

std::string anchor(const Comment& comment) {
    return "comment_" + std::to_string(comment.id.value);
}

void amendment(Writer& w, const CommentPage& page, const Comment& comment) {
    if (comment.amendment.empty()) return;
    const auto before = page.wordings.before(comment);
    w.put<"<div class=\"amendment\"><p><strong>Other wording proposed:</strong></p>">();
    if (before.empty())
        w.put<"<pre tabindex=\"0\" role=\"region\" aria-label=\"Proposed wording\">{}</pre>">(
            comment.amendment);
    else
        revisions::compare_view(
            w, markup::compare(before, comment.amendment),
            {.new_lines = static_cast<int>(std::ranges::count(comment.amendment, '\n')) + 1,
             .caption = "The clause as it was in revision " + std::to_string(comment.revision) + ", and as " +
                        comment.author_name + " would have it"});
    w.put<"</div>">();
}

void answer(Writer& w, const site::Context& c, const CommentPage& page, const Comment& comment) {
    if (!comment.disposition) {
        if (page.look == CommentLook::printed)
            w.put<"<p class=\"row-meta\"><span>No answer yet</span></p>">();
        return;
    }
    w.put<"<div class=\"disposition\"><p>">();
    parts::badge(w, words_for(*comment.disposition), tone_of(*comment.disposition));
    w.put<" <span class=\"row-meta\">{}, ">(comment.disposed_by);
    parts::date(w, c, *comment.disposed_at);
    w.put<"</span></p><p class=\"as-typed\">{}</p></div>">(comment.disposition_reason);
}

void acts(Writer& w, const site::Context& c, const CommentPage& page, const Comment& comment) {
    const bool may_withdraw = may_take_back(c.viewer, page.proposal, comment, c.now);
    const bool may_remove = may_remove_words(c.viewer);
    if (page.look == CommentLook::printed || (!page.may_dispose && !may_withdraw && !may_remove)) return;
    w.put<"<footer class=\"post-acts no-print\">">();
    const std::string whose = "the comment of " + comment.author_name;
    if (page.may_dispose)
        parts::button_link(w, link<"/standards/comments/{}/disposition">(comment.id),
                           comment.disposition ? "Change the answer …" : "Answer …",
                           comment.disposition ? parts::Look::quiet : parts::Look::plain);
    if (may_withdraw)
        parts::post_button(w, c, link<"/standards/comments/{}/withdraw">(comment.id),
                           {.words = "Take it back", .context = whose});
    if (may_remove)
        parts::button_link(w, link<"/standards/comments/{}/remove">(comment.id), "Remove its words …",
                           parts::Look::quiet);
    w.put<"</footer>">();
}

} // namespace

std::vector<CommentGroup> group_comments(const std::vector<Comment>& comments, const ProposalText& newest) {
    std::vector<CommentGroup> groups{{"about_whole", "The whole proposal", {}}};
    for (const auto& clause : newest.clauses)
        groups.push_back({"about_" + clause.id, clause_name(newest, clause.id), {}});
    groups.push_back({"about_gone", "Clauses that are no longer in the text", {}});
    for (const auto& comment : comments) {
        const auto id = comment.clause.empty() ? "about_whole" : "about_" + comment.clause;
        const auto found = std::ranges::find(groups, id, &CommentGroup::id);
        (found == groups.end() ? groups.back() : *found).comments.push_back(&comment);
    }
    std::erase_if(groups, [](const CommentGroup& group) { return group.comments.empty(); });
    return groups;
}

Wordings::Wordings(store::Reader& db, const Proposal& proposal, const std::vector<Comment>& comments) {
    for (const auto& comment : comments) {
        if (comment.amendment.empty() || by_revision_.contains(comment.revision)) continue;
        const auto revision = revisions::find_revision(db, proposal.text, comment.revision);
        auto text = revision ? read_text(revision->body) : base::fail(base::Problem{});
        by_revision_[comment.revision] = text ? *std::move(text) : ProposalText{};
    }
}

std::string Wordings::before(const Comment& comment) const {
    const auto text = by_revision_.find(comment.revision);
    const auto* clause = text == by_revision_.end() ? nullptr : find_clause(text->second, comment.clause);
    return clause ? write_clause(*clause) : std::string();
}

void comment_view(Writer& w, const site::Context& c, const CommentPage& page, const Comment& comment) {
    if (comment.withdrawn_at) {
        w.put<"<article class=\"post tombstone\" id=\"{}\"><h3 class=\"hidden-words\">Comment by {}</h3>"
              "<p>{} took this comment back.</p></article>">(anchor(comment), comment.author_name,
                                                             comment.author_name);
        return;
    }
    w.put<"<article class=\"post\" id=\"{}\"><h3 class=\"hidden-words\">Comment by {}</h3>"
          "<p class=\"row-meta\">">(anchor(comment), comment.author_name);
    parts::author_link(w, {.name = comment.author_name, .handle = comment.author_handle});
    w.put<" <span>{}</span> ">(comment.author_center.empty() ? std::string_view("Program staff")
                                                             : std::string_view(comment.author_center));
    parts::date(w, c, comment.at);
    w.put<" <span>on revision {}</span></p><div class=\"prose\">{}</div>">(comment.revision,
                                                                           html::Safe::trusted(comment.html));
    amendment(w, page, comment);
    answer(w, c, page, comment);
    acts(w, c, page, comment);
    w.put<"</article>">();
}

std::string dispositions_in_words(const std::vector<CommentPlace>& comments) {
    const auto is_taken = [](const CommentPlace& comment) { return !comment.withdrawn; };
    const auto all = std::ranges::count_if(comments, is_taken);
    std::vector<std::string> parts;
    for (const auto disposition : base::all_values<Disposition>()) {
        const auto number = std::ranges::count_if(comments, [&](const CommentPlace& comment) {
            return is_taken(comment) && comment.disposition == disposition;
        });
        if (number > 0)
            parts.push_back(std::to_string(number) + " " + base::ascii_lower(words_for(disposition)));
    }
    const auto open = std::ranges::count_if(
        comments, [&](const CommentPlace& comment) { return is_taken(comment) && !comment.disposition; });
    if (open > 0) parts.push_back(std::to_string(open) + " without an answer yet");
    return base::counted(all, "comment", "comments") + (parts.empty() ? "" : ": " + base::join(parts, ", ")) +
           ".";
}

} // namespace standards
