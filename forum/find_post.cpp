#include "forum/handlers.hpp"
#include "forum/may.hpp"
#include "forum/post_view.hpp"
#include "forum/thread_page.hpp"
#include "forum/thread_store.hpp"

namespace forum {

Response find_post_page(site::Context& c, PostId id) {
    const auto post = post_state(c.db, id);
    if (!post) return site::not_found(c, "There is no such post.");
    const auto thread = find_thread(c.db, post->thread, c.viewer.id).value();
    if (thread.withdrawn_at && !may_read_withdrawn(c.viewer, thread.author)) return withdrawn_page(c, thread);
    const auto page = page_with(c.db, *post, order_of(thread.kind));
    return server::see_other(place_of(thread, page.value_or(1), id));
}

} // namespace forum
