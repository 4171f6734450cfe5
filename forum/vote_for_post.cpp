#include "forum/acts.hpp"
#include "forum/handlers.hpp"

namespace forum {
namespace {

Response vote(site::Context& c, PostId id, Helpful helpful, std::string_view notice) {
    const auto done = c.write([&](store::Writer& db) { return set_vote(db, c.viewer, id, helpful, c.now); });
    if (!done) return site::problem(c, done.error());
    return site::done(c, server::link<"/forum/posts/{}">(id), notice);
}

} // namespace

Response vote_for_post(site::Context& c, PostId id) {
    return vote(c, id, Helpful::yes, "Marked as helpful.");
}

Response unvote_post(site::Context& c, PostId id) {
    return vote(c, id, Helpful::no, "The mark is taken back.");
}

} // namespace forum
