#include "forum/may.hpp"
#include "forum/people.hpp"
#include "forum/thread_page.hpp"
#include "forum/thread_row_view.hpp"

namespace forum {
namespace {

using html::link;
using html::Writer;

struct Words {
    std::string label;
    std::string_view save;
    std::string_view hint;
};

Words words_for(const site::Context& c, const ThreadPage& page) {
    if (page.reply.under) {
        const auto& above = *page.reply.under;
        const auto person = author_of(above, page.thread, c.viewer);
        return {"Your comment on the " + std::string(above.opens() ? "question" : "answer") + " by " +
                    person.name,
                "Comment", "Short: to ask for a detail, or to add one. At most 2,000 characters."};
    }
    if (page.thread.kind == ThreadKind::question)
        return {"Your answer", "Post your answer",
                "Say what you do, in which state and at what size of office."};
    return {"Your reply", "Post your reply", ""};
}

void form(Writer& w, const site::Context& c, const ThreadPage& page) {
    const auto words = words_for(c, page);
    const auto& place = page.reply.place;
    const auto& state = page.reply.state;
    parts::form(
        w, c, link<"/forum/threads/{}/posts">(page.thread.id), {.draft = place}, state, [&](Writer& inner) {
            revisions::draft_note(inner, c, page.reply.draft);
            if (page.reply.under) {
                parts::hidden_field(inner, "reply_to", std::to_string(page.reply.under->id.value));
                inner.put<"<p><a href=\"{}\">Answer the question instead</a></p>">(
                    link<"/forum/threads/{}/{}#reply">(page.thread.id, page.thread.slug));
            }
            if (page.page > 1) parts::hidden_field(inner, "page", std::to_string(page.page));
            parts::markdown_field(inner, state, {.name = "body", .label = words.label, .hint = words.hint});
            revisions::editing_acts(inner, {.save = words.save, .place = place});
        });
}

} // namespace

void reply_view(Writer& w, const site::Context& c, const ThreadPage& page) {
    if (!may_reply(c.viewer, facts(page.thread))) {
        if (page.thread.locked)
            parts::notice(w, parts::Tone::plain, [](Writer& note) {
                note.put<"<p>This thread is locked; it takes no replies.</p>">();
            });
        return;
    }
    w.put<"<section id=\"reply\" class=\"stack\" aria-label=\"{}\">">(page.reply.under ? "Comment" : "Reply");
    if (page.reply.preview) revisions::preview_part(w, *page.reply.preview);
    form(w, c, page);
    w.put<"</section>">();
}

} // namespace forum
