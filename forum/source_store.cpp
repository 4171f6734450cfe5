#include "forum/source_store.hpp"

namespace forum {

Sources sources_of(store::Reader& db, const PostPage& page) {
    std::string ids;
    for (const auto* posts : {&page.posts, &page.comments})
        for (const auto& post : *posts)
            ids += (ids.empty() ? "[" : ",") + std::to_string(post.id.value);
    Sources sources;
    if (ids.empty()) return sources;
    db.each<Source, "SELECT p.id, r.number, r.body FROM posts p JOIN texts x ON x.id = p.text_id "
                    "JOIN revisions r ON r.text_id = x.id AND r.number = x.head "
                    "WHERE p.id IN (SELECT value FROM json_each(?))">(
        [&](Source&& source) { sources.emplace(source.post, std::move(source)); }, ids + "]");
    return sources;
}

} // namespace forum
