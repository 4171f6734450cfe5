// A post's text as a chain of revisions, for the pages and the API of revisions/.
#pragma once

#include "forum/post_store.hpp"
#include "revisions/chain.hpp"
#include "site/context.hpp"

namespace forum {

revisions::Chain chain_of(const site::Context& c, const PostState& post, const ThreadState& thread);

/// The chain of a post whose history the viewer may see: everybody's, but that of a withdrawn post (its
/// author's and the staff's) and what an unnamed asker wrote (whose name a history would tell). Fails with
/// not_found, gone, not_allowed.
base::Result<revisions::Chain> readable_chain(site::Context& c, PostId id);

} // namespace forum
