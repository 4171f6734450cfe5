#include "standards/proposals/comment_pages.hpp"
#include "standards/proposals/handlers.hpp"
#include "standards/proposals/may.hpp"
#include "standards/proposals/proposal_view.hpp"

namespace standards {
namespace {

using html::Writer;

server::Response form_page(site::Context& c, const Comment& comment, const parts::State& state) {
    const site::Frame frame{.title = "Remove the words of a comment",
                            .section = "standards",
                            .crumbs = way_below(find_proposal(c.db, comment.proposal).value()),
                            .width = "narrow"};
    return site::page(
        c, frame,
        [&](Writer& w) {
            parts::page_head(w, frame.title, "A comment of " + comment.author_name);
            parts::notice(w, parts::Tone::care, [](Writer& in) {
                in.put<
                    "<p>Its words go for good: a home address, a voter's name, a threat. That it was there, whose "
                    "it is, and its answer stay.</p>">();
            });
            parts::form(
                w, c, server::link<"/standards/comments/{}/remove">(comment.id), {}, state, [&](Writer& in) {
                    parts::text_field(in, state,
                                      {.name = "reason",
                                       .label = "Why",
                                       .hint = "Goes into the audit log. Do not repeat what you remove."});
                    parts::acts(in, [&](Writer& row) {
                        parts::submit(row, {.words = "Remove its words", .look = parts::Look::danger});
                        parts::button_link(row, server::link<"/standards/comments/{}">(comment.id), "Cancel",
                                           parts::Look::quiet);
                    });
                });
        },
        state.problem ? 422 : 200);
}

} // namespace

server::Response show_remove_words(site::Context& c, CommentId id) {
    const auto comment = find_comment(c.db, id);
    if (!comment) return site::not_found(c, "There is no such comment.");
    if (!may_remove_words(c.viewer))
        return site::problem(c, base::ProblemKind::not_allowed,
                             "Only stewards may remove the words of a comment.");
    return form_page(c, *comment, {});
}

server::Response post_remove_words(site::Context& c, CommentId id) {
    const auto comment = find_comment(c.db, id);
    if (!comment) return site::not_found(c, "There is no such comment.");
    const auto reason = c.input.line("reason");
    const auto removed =
        c.write([&](store::Writer& db) { return remove_words(db, c.viewer, id, reason, c.now); });
    if (!removed && removed.error().kind == base::ProblemKind::invalid)
        return form_page(c, *comment, {c.input, removed.error()});
    if (!removed) return site::problem(c, removed.error());
    return site::done(c, place_of(c.db, *comment), "The words of that comment are gone.");
}

} // namespace standards
