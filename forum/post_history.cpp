// The history of a post, its revisions, their comparison: the pages are those of revisions/, here stands
// whose they are and who may see them.
#include "forum/acts.hpp"
#include "forum/handlers.hpp"
#include "forum/post_chain.hpp"

namespace forum {
namespace {

/// Shows a page of the chain, if the viewer may see the post's history.
template <class Show> Response with_chain(site::Context& c, PostId id, Show show) {
    const auto chain = readable_chain(c, id);
    if (!chain) return site::problem(c, chain.error());
    return show(*chain);
}

} // namespace

Response show_post_history(site::Context& c, PostId id) {
    return with_chain(c, id,
                      [&](const revisions::Chain& chain) { return revisions::show_history(c, chain); });
}

Response show_post_revision(site::Context& c, PostId id, int number) {
    return with_chain(
        c, id, [&](const revisions::Chain& chain) { return revisions::show_revision(c, chain, number); });
}

Response compare_post(site::Context& c, PostId id) {
    return with_chain(c, id,
                      [&](const revisions::Chain& chain) { return revisions::show_compare(c, chain); });
}

Response ask_redact_post(site::Context& c, PostId id, int number) {
    return with_chain(
        c, id, [&](const revisions::Chain& chain) { return revisions::show_redact(c, chain, number); });
}

Response redact_post(site::Context& c, PostId id, int number) {
    return with_chain(
        c, id, [&](const revisions::Chain& chain) { return revisions::redact_revision(c, chain, number); });
}

Response restore_post_revision(site::Context& c, PostId id) {
    const auto number = c.input.number("revision").value_or(0);
    if (number < 1 || number > 1'000'000'000) return site::not_found(c, "This text has no such revision.");
    const auto saved = c.write(
        [&](store::Writer& db) { return restore_post(db, c.viewer, id, static_cast<int>(number), c.now); });
    if (!saved) return site::problem(c, saved.error());
    return site::done(c, server::link<"/forum/posts/{}">(id),
                      "Revision " + std::to_string(number) + " is the text again.");
}

} // namespace forum
