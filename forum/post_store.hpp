// Posts: read a page at a time, added, changed.
#pragma once

#include "forum/forum.hpp"

#include <span>

namespace forum {

/// In a question the accepted and the most helpful answers come first; elsewhere posts stand by time.
enum class Order { by_time, by_worth };
Order order_of(ThreadKind kind);

struct PostPage {
    std::vector<Post> posts;    // the first page begins with the opening post
    std::vector<Post> comments; // under them, by the post they stand under, then by time
    bool more = false;          // a further page follows
};

/// Page `page` (from 1): the opening post on the first, then posts_a_page replies a page.
PostPage page_of_posts(store::Reader& db, ThreadId thread, Order order, int page, MemberId viewer);
/// The page that the post, or the post it is a comment on, stands on; nothing for no such post.
std::optional<int> page_with(store::Reader& db, const PostState& post, Order order);

std::optional<Post> find_post(store::Reader& db, PostId post, MemberId viewer);
std::optional<PostState> post_state(store::Reader& db, PostId post);
std::optional<PostState> opening_post(store::Reader& db, ThreadId thread);
/// Posts that are not withdrawn, in the order of writing.
std::vector<PostId> live_posts(store::Reader& db, ThreadId thread);
/// All posts, withdrawn ones too.
std::vector<PostId> all_posts(store::Reader& db, ThreadId thread);
/// Whether anybody but the thread's author has a post in it that is not withdrawn.
bool others_wrote(store::Reader& db, ThreadId thread);

/// Number `number` of its thread.
PostId insert_post(store::Writer& db, const NewPost& post, int number, base::TextId text);
void count_comment(store::Writer& db, PostId under);
void set_edited(store::Writer& db, PostId post, base::Time at);
void set_withdrawn(store::Writer& db, PostId post, MemberId by, const std::string& reason, base::Time at);

/// Whether anything changed.
bool add_vote(store::Writer& db, PostId post, MemberId member, base::Time at);
bool take_vote(store::Writer& db, PostId post, MemberId member);

/// Whether it was not accepted before.
bool add_acceptance(store::Writer& db, PostId post, std::optional<MemberId> by, const std::string& states,
                    base::Time at);
/// Whether it was.
bool take_acceptance(store::Writer& db, PostId post);

} // namespace forum
