#include "base/text.hpp"
#include "forum/index_store.hpp"
#include "forum/post_store.hpp"
#include "forum/tell.hpp"
#include "forum/thread_store.hpp"
#include "members/states.hpp"

namespace forum {
namespace {

base::Problem no_such_post() {
    return {base::ProblemKind::not_found, "There is no such post."};
}

base::Result<> check_states(const std::vector<std::string>& states) {
    for (const auto& state : states)
        if (members::state_name(state).empty())
            return base::fail_field("states",
                                    "«" + state + "» is no state: use two letters, as in OH or PA.");
    return {};
}

/// A question ranks higher with an accepted answer, and so does the answer.
void index_again(store::Writer& db, const PostState& answer) {
    index_post(db, answer.id);
    if (const auto opening = opening_post(db, answer.thread); opening && !opening->withdrawn)
        index_post(db, opening->id);
}

} // namespace

base::Result<> set_vote(store::Writer& db, PostId id, MemberId member, Helpful helpful, base::Time at) {
    if (!post_state(db, id)) return base::fail(no_such_post());
    if (helpful == Helpful::yes)
        add_vote(db, id, member, at);
    else
        take_vote(db, id, member);
    return {};
}

base::Result<> set_acceptance(store::Writer& db, PostId id, std::optional<MemberId> by,
                              const std::vector<std::string>& given, base::Time at) {
    const auto post = post_state(db, id);
    if (!post) return base::fail(no_such_post());
    const auto thread = thread_state(db, post->thread).value();
    if (thread.kind != ThreadKind::question || post->opens() || post->under)
        return base::fail(base::ProblemKind::invalid, "Only an answer to a question can be accepted.");
    if (post->withdrawn) return base::fail(base::ProblemKind::gone, "This answer was withdrawn.");
    const auto states = members::tidy_states(given);
    if (const auto sound = check_states(states); !sound) return sound;

    if (!add_acceptance(db, id, by, base::join(states, ","), at)) return {};
    count_accepted(db, thread.id, 1);
    if (post->author)
        notices::tell(db, {*post->author},
                      {notices::Reason::accepted, by.value_or(MemberId{}), thread.title, address_of(id), at,
                       thread.attribution == Attribution::unnamed && by == thread.author});
    index_again(db, *post);
    return {};
}

base::Result<> remove_acceptance(store::Writer& db, PostId id) {
    const auto post = post_state(db, id);
    if (!post) return base::fail(no_such_post());
    if (!take_acceptance(db, id)) return {};
    count_accepted(db, post->thread, -1);
    index_again(db, *post);
    return {};
}

} // namespace forum
