// The Markdown of a page of posts, for the API.
#pragma once

#include "forum/api_json.hpp"

namespace forum {

Sources sources_of(store::Reader& db, const PostPage& page);

} // namespace forum
