#include "base/text.hpp"
#include "forum/acts.hpp"
#include "forum/handlers.hpp"
#include "forum/post_store.hpp"
#include "forum/post_view.hpp"
#include "forum/thread_row_view.hpp"
#include "forum/thread_store.hpp"
#include "members/states.hpp"
#include "site/layout.hpp"

namespace forum {
namespace {

using html::link;
using html::Writer;

/// Every state as a box.
void form(Writer& w, const site::Context& c, PostId id, const parts::State& state) {
    std::vector<parts::Option> options;
    for (const auto code : members::state_codes())
        options.push_back({std::string(code), std::string(members::state_name(code))});
    parts::form(w, c, link<"/forum/posts/{}/accept">(id), {}, state, [&](Writer& inner) {
        parts::checkbox_group(inner, state,
                              {.name = "states",
                               .label = "States that it is right for",
                               .options = options,
                               .hint = "None: accepted without saying where.",
                               .across = true});
        parts::acts(inner, [&](Writer& row) {
            parts::submit(row, {.words = "Accept the answer"});
            parts::button_link(row, link<"/forum/posts/{}">(id), "Cancel", parts::Look::quiet);
        });
    });
}

Response show(site::Context& c, const Post& post, const parts::State& state, int status) {
    const auto thread = find_thread(c.db, post.thread, c.viewer.id).value();
    const site::Frame frame{.title = "Accept an answer for certain states",
                            .section = "forum",
                            .crumbs = {{"Forum", link<"/forum">()}, {thread.title, address_of(thread)}},
                            .width = "narrow"};
    return site::page(
        c, frame,
        [&](Writer& w) {
            parts::page_head(w, frame.title,
                             "Election law differs: what is right in one state may be wrong in the next.");
            w.put<"<div class=\"card prose\">{}</div>">(html::Safe::trusted(post.html));
            form(w, c, post.id, state);
        },
        status);
}

} // namespace

Response ask_accept_post(site::Context& c, PostId id) {
    const auto post = find_post(c.db, id, c.viewer.id);
    if (!post) return site::not_found(c, "There is no such post.");
    const auto thread = thread_state(c.db, post->thread).value();
    if (!may_accept(c.viewer, facts(thread), facts(*post)))
        return site::problem(c, base::ProblemKind::not_allowed,
                             "Answers are accepted by whoever asked, and by coaches and stewards.");
    parts::State state;
    const std::string accepted = post->accepted_states.value_or("");
    for (const auto code : base::split(accepted, ','))
        state.values.add("states", code);
    return show(c, *post, state, 200);
}

Response accept_post(site::Context& c, PostId id) {
    const auto states = c.input.list("states");
    const auto done =
        c.write([&](store::Writer& db) { return set_acceptance(db, c.viewer, id, states, c.now); });
    if (done) return site::done(c, link<"/forum/posts/{}">(id), "The answer is accepted.");
    const auto post = find_post(c.db, id, c.viewer.id);
    const bool at_field = !done.error().fields.empty();
    if (post && at_field) return show(c, *post, {c.input, done.error(), {}}, 422);
    return site::problem(c, done.error());
}

Response unaccept_post(site::Context& c, PostId id) {
    const auto done = c.write([&](store::Writer& db) { return remove_acceptance(db, c.viewer, id); });
    if (!done) return site::problem(c, done.error());
    return site::done(c, link<"/forum/posts/{}">(id), "The acceptance is taken back.");
}

} // namespace forum
