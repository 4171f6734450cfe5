// One post as an article: who, when, the text, what can be done with it, and its comments.
#pragma once

#include "forum/post_store.hpp"
#include "site/parts.hpp"

#include <span>

namespace forum {

/// Where a post stands on the page `page` of its thread.
server::Url place_of(const Thread& thread, int page, PostId post);

/// "Ohio and Pennsylvania" for "OH,PA".
std::string states_in_words(std::string_view codes);

struct PostLook {
    const Thread& thread;
    int page = 1;
    std::span<const Post> comments; // of all posts of the page, by the post they stand under
};
void post_view(html::Writer& w, const site::Context& c, const Post& post, const PostLook& look);

} // namespace forum
