// The parts of adding a post, for acts.cpp, which looks at thread and post in between.
#pragma once

#include "forum/forum.hpp"

namespace forum {

/// The post that a comment is to stand under, if it is one. Fails with `invalid` at reply_to.
base::Result<std::optional<PostState>> find_under(store::Reader& db, const ThreadState& thread,
                                                  const NewPost& post);
/// Adds it, nothing asked any more.
PostId add_post_to(store::Writer& db, const ThreadState& thread, const NewPost& post);

} // namespace forum
