// Threads and posts as JSON objects.
#pragma once

#include "forum/post_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <map>

namespace forum {

/// A thread without its posts.
boost::json::object to_json(const Thread& thread, const site::Viewer& viewer);

/// The Markdown of posts and the number of its revision.
struct Source {
    PostId post;
    int revision;
    std::string body;
};
using Sources = std::map<PostId, Source>;

/// A post with Markdown and HTML, both empty once it is withdrawn.
boost::json::object to_json(const Post& post, const Thread& thread, const Sources& sources,
                            const site::Viewer& viewer);

/// Posts of a page in order, each with its comments.
boost::json::array to_json(const PostPage& page, const Thread& thread, const Sources& sources,
                           const site::Viewer& viewer);

} // namespace forum
