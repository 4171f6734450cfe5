#include "markup/render.hpp"
#include "revisions/drafts.hpp"
#include "revisions/handlers.hpp"
#include "site/layout.hpp"
#include "site/parts.hpp"

namespace revisions {
namespace {

using html::Writer;

constexpr std::size_t words_shown = 160;

/// Where in the house the draft belongs, in the words of the frame.
std::string_view section_of(std::string_view place) {
    if (place.starts_with("/forum/posts/")) return "Correction of a post";
    if (place.starts_with("/forum/threads/")) return "Reply in the forum";
    if (place.starts_with("/forum/")) return "New in the forum";
    if (place.starts_with("/practices/")) return "Practices";
    if (place.starts_with("/standards/")) return "Standards";
    return "Draft";
}

void entry(Writer& w, const site::Context& c, const Draft& draft) {
    // Places are paths; should one not be, its draft is still shown and can be deleted.
    const auto where = server::Url::local(draft.place).value_or(server::link<"/drafts">());
    const auto words = markup::plain_text(draft.body, words_shown);
    parts::row(
        w, {.title = draft.title.empty() ? std::string_view("Go on writing") : draft.title,
            .where = where,
            .text = words,
            .meta =
                [&](Writer& inner) {
                    inner.put<"<span>{}</span> ">(section_of(draft.place));
                    parts::when(inner, c, draft.at);
                },
            .acts =
                [&](Writer& inner) {
                    parts::post_button(
                        inner, c, server::link<"/drafts/delete">(),
                        {.words = "Delete",
                         .context = "the draft: " +
                                    std::string(draft.title.empty() ? section_of(draft.place) : draft.title),
                         .hidden = {{"key", draft.place}}});
                }});
}

} // namespace

server::Response show_drafts(site::Context& c) {
    const auto drafts = drafts_of(c.db, c.viewer.id);
    return site::page(c, {.title = "Your drafts", .width = "narrow"}, [&](Writer& w) {
        parts::page_head(w, "Your drafts", "What you began and have not sent. Only you see it.");
        if (drafts.empty()) {
            parts::empty(w, "pencil", "No drafts", "What you write is kept here until you send it.");
            return;
        }
        parts::list(w, {.title = "Your drafts", .hide_title = true}, [&](Writer& inner) {
            for (const auto& draft : drafts)
                entry(inner, c, draft);
        });
    });
}

} // namespace revisions
