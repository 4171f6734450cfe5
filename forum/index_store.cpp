#include "forum/index_store.hpp"

#include "base/text.hpp"
#include "forum/people.hpp"
#include "forum/post_store.hpp"
#include "search/index.hpp"

namespace forum {
namespace {

struct Row {
    ThreadId thread;
    ThreadKind kind;
    std::string slug;
    std::string title;
    std::string category;
    int number;
    bool accepted; // the answer itself, or any of the question
    base::Time at;
    bool unnamed;
    std::string handle;
    std::string name;
    std::string state;
    std::int64_t registered_voters;
    std::string tags;
    base::TextId text;
};

std::optional<Row> find_row(store::Reader& db, PostId post) {
    return db.one<
        Row,
        "SELECT t.id, t.kind, t.slug, t.title, k.slug, p.number, "
        "CASE WHEN p.number = 1 THEN t.accepted > 0 ELSE p.accepted END, p.at, "
        "t.attribution = 'unnamed' AND p.author_id IS t.author_id, coalesce(m.handle, ''), "
        "coalesce(m.name, p.author_name), coalesce(c.state, ''), coalesce(c.registered_voters, 0), "
        "coalesce((SELECT group_concat(g.name, ',') FROM thread_tags x JOIN tags g ON g.id = x.tag_id "
        "WHERE x.thread_id = t.id), ''), p.text_id "
        "FROM posts p LEFT JOIN threads t ON t.id = p.thread_id LEFT JOIN categories k ON k.id = t.category_id "
        "LEFT JOIN members m ON m.id = p.author_id LEFT JOIN centers c ON c.id = m.center_id "
        "WHERE p.id = ? AND p.withdrawn_at IS NULL AND t.withdrawn_at IS NULL">(post);
}

search::Kind kind_of(bool opens, ThreadKind kind) {
    if (!opens) return search::Kind::answer;
    return base::parse_enum<search::Kind>(base::enum_text(kind)).value();
}

search::Document document(PostId post, const Row& row) {
    const bool opens = row.number == 1;
    search::Document document;
    document.kind = kind_of(opens, row.kind);
    document.ref = post.value;
    document.title = row.title;
    if (!row.tags.empty())
        for (const auto tag : base::split(row.tags, ','))
            document.tags.emplace_back(tag);
    document.place = row.category;
    document.address = opens ? server::link<"/forum/threads/{}/{}">(row.thread, row.slug).text()
                             : server::link<"/forum/posts/{}">(post).text();
    document.author = row.unnamed ? "" : row.handle;
    document.author_name = row.unnamed ? unnamed_member(row.registered_voters, row.state) : row.name;
    document.state = row.state;
    document.at = row.at;
    document.settled = row.accepted;
    return document;
}

} // namespace

void index_post(store::Writer& db, PostId post, const markup::Rendered& rendered) {
    const auto row = find_row(db, post);
    if (!row) return;
    auto found = document(post, *row);
    // A hit opens at the post: its address has a fragment of its own already.
    for (const auto& section : rendered.sections)
        found.passages.push_back({"", section.heading, section.text});
    search::put(db, std::move(found));
}

void index_post(store::Writer& db, PostId post) {
    const auto row = find_row(db, post);
    if (!row) return;
    const auto text = revisions::newest(db, row->text);
    const auto rendered = markup::render(text.body);
    index_post(db, post, rendered.value_or(markup::Rendered{}));
}

void index_thread(store::Writer& db, ThreadId thread) {
    for (const auto post : live_posts(db, thread))
        index_post(db, post);
}

void unindex_post(store::Writer& db, PostId post, bool opens, ThreadKind kind) {
    search::remove(db, kind_of(opens, kind), post.value);
}

} // namespace forum
