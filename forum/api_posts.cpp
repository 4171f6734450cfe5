#include "forum/api_json.hpp"
#include "forum/handlers.hpp"
#include "forum/input.hpp"
#include "forum/post_chain.hpp"
#include "forum/source_store.hpp"
#include "forum/thread_store.hpp"
#include "revisions/api.hpp"
#include "site/json.hpp"

namespace forum {
namespace {

namespace json = boost::json;

/// The post as it is now; it exists.
json::object post_json(site::Context& c, PostId id) {
    PostPage page;
    page.posts.push_back(find_post(c.db, id, c.viewer.id).value());
    const auto& post = page.posts.front();
    const auto thread = find_thread(c.db, post.thread, c.viewer.id).value();
    return to_json(post, thread, sources_of(c.db, page), c.viewer);
}

/// Runs the act and answers with the post as it then is.
template <class Act> Response after(site::Context& c, PostId id, Act act) {
    const auto done = c.write(act);
    if (!done) return site::problem(c, done.error());
    return site::json(post_json(c, id));
}

Response conflict_json(site::Context& c, const PostState& post, const Edit& edit,
                       const revisions::Saved& saved) {
    return revisions::conflict_json(c, revisions::conflict_of(c.db, post.text, edit.text, saved,
                                                              server::link<"/api/v1/posts/{}">(post.id)));
}

} // namespace

Response api_reply(site::Context& c, ThreadId id) {
    const auto reply = read_reply(c, id);
    if (!reply) return site::problem(c, reply.error());
    const auto post = c.write([&](store::Writer& db) { return add_post(db, c.viewer, *reply); });
    if (!post) return site::problem(c, post.error());
    return site::created(post_json(c, *post), server::link<"/api/v1/posts/{}">(*post));
}

Response api_show_post(site::Context& c, PostId id) {
    const auto post = post_state(c.db, id);
    if (!post) return site::not_found(c, "There is no such post.");
    const auto thread = thread_state(c.db, post->thread).value();
    if (thread.withdrawn && !may_read_withdrawn(c.viewer, thread.author))
        return site::problem(c, base::ProblemKind::gone, "This thread was withdrawn.");
    return site::json(post_json(c, id));
}

Response api_edit_post(site::Context& c, PostId id) {
    const auto post = post_state(c.db, id);
    if (!post) return site::not_found(c, "There is no such post.");
    const auto edit = read_edit(c, id, post->opens(), revisions::newest(c.db, post->text));
    if (!edit) return site::problem(c, edit.error());
    const auto saved = c.write([&](store::Writer& db) { return edit_post(db, c.viewer, *edit); });
    if (!saved) return site::problem(c, saved.error());
    if (saved->how == revisions::Saving::conflict) return conflict_json(c, *post, *edit, *saved);
    auto object = post_json(c, id);
    object["merged"] = saved->how == revisions::Saving::merged;
    return site::json(object);
}

Response api_withdraw_post(site::Context& c, PostId id) {
    // DELETE carries no body with many clients: the reason may stand in the query.
    const auto reason = c.input.has("reason") ? c.input.line("reason") : c.query.line("reason");
    return after(c, id, [&](store::Writer& db) { return withdraw_post(db, c.viewer, id, reason, c.now); });
}

Response api_list_revisions(site::Context& c, PostId id) {
    const auto chain = readable_chain(c, id);
    if (!chain) return site::problem(c, chain.error());
    return revisions::list_json(c, chain->text);
}

Response api_vote(site::Context& c, PostId id) {
    return after(c, id, [&](store::Writer& db) { return set_vote(db, c.viewer, id, Helpful::yes, c.now); });
}

Response api_unvote(site::Context& c, PostId id) {
    return after(c, id, [&](store::Writer& db) { return set_vote(db, c.viewer, id, Helpful::no, c.now); });
}

Response api_accept(site::Context& c, PostId id) {
    const auto states = c.input.list("states");
    return after(c, id, [&](store::Writer& db) { return set_acceptance(db, c.viewer, id, states, c.now); });
}

Response api_unaccept(site::Context& c, PostId id) {
    return after(c, id, [&](store::Writer& db) { return remove_acceptance(db, c.viewer, id); });
}

} // namespace forum
