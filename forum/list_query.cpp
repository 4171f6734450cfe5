#include "forum/list_query.hpp"

namespace forum {
namespace {

/// A word of a fixed list, "" for none; complains about any other.
template <class E>
std::optional<E> word(server::Complaints& complaints, const site::Context& c, std::string_view field) {
    const auto text = c.query.raw(field);
    if (text.empty()) return std::nullopt;
    const auto value = base::parse_enum<E>(text);
    if (!value) complaints.add(field, "«" + std::string(text) + "» is nothing to choose here.");
    return value;
}

} // namespace

base::Result<ThreadQuery> read_query(site::Context& c, const ListPlace& place) {
    server::Complaints complaints;
    ThreadQuery query;
    query.kind = word<ThreadKind>(complaints, c, "kind");
    query.state = word<State>(complaints, c, "state");
    query.sort = word<Sort>(complaints, c, "sort").value_or(Sort::active);
    if (c.query.has("cursor")) {
        query.after = site::Cursor::parse(c.query.raw("cursor"));
        if (!query.after) complaints.add("cursor", "This cursor is none of ours.");
    }
    if (const auto category = place.category.empty() ? c.query.line("category") : place.category;
        !category.empty()) {
        query.category = find_category(c.db, category);
        if (!query.category && !place.category.empty())
            return base::fail(base::ProblemKind::not_found, "There is no such category.");
        if (!query.category) complaints.add("category", "There is no category «" + category + "».");
    }
    if (const auto tag = place.tag.empty() ? c.query.line("tag") : place.tag; !tag.empty()) {
        query.tag = find_tag(c.db, tag);
        if (!query.tag && !place.tag.empty())
            return base::fail(base::ProblemKind::not_found, "No thread has this tag.");
        if (!query.tag) complaints.add("tag", "No thread has the tag «" + tag + "».");
    }
    if (complaints.any()) return base::fail(complaints.problem());
    return query;
}

server::Url list_url(const site::Context& c, const ListPlace& place, std::string_view name,
                     std::string_view value) {
    std::string url = place.path;
    char between = '?';
    const auto add = [&](std::string_view field, std::string_view text) {
        if (text.empty()) return;
        url += between;
        url.append(field).append("=").append(server::percent_encode(text));
        between = '&';
    };
    for (const std::string_view field : {"category", "kind", "tag", "state", "sort"})
        add(field, field == name ? value : c.query.raw(field));
    if (name == "cursor") add(name, value);
    return server::Url::local(url).value_or(server::link<"/forum">());
}

} // namespace forum
