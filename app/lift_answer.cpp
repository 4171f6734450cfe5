// An answer that deserves to stay becomes a best-practice page: the flow across forum and wiki.
#include "app/pages.hpp"
#include "forum/post_store.hpp"
#include "forum/thread_store.hpp"
#include "revisions/revisions.hpp"
#include "wiki/wiki.hpp"

namespace app {

server::Response show_lift_answer(site::Context& c, base::PostId answer) {
    const auto post = forum::find_post(c.db, answer, c.viewer.id);
    if (!post || post->withdrawn_at)
        return site::not_found(c, "There is no such answer, or it was withdrawn.");
    const auto thread = forum::find_thread(c.db, post->thread, c.viewer.id);
    if (!thread || thread->withdrawn_at)
        return site::not_found(c, "The thread of this answer was withdrawn.");

    const bool named = thread->attribution == forum::Attribution::named || post->author != thread->author;
    server::Fields fields;
    fields.add("title", thread->title);
    fields.add("body", revisions::newest(c.db, post->text).body + "\n\n---\n\nGrown from an answer" +
                           (named ? " by " + post->author_name : std::string()) + " in #" +
                           std::to_string(thread->id.value) + ".\n");
    fields.add("summary", "Grown from an answer in the forum");
    return wiki::new_page_form(c, std::move(fields));
}

} // namespace app
