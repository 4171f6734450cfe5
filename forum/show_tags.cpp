#include "forum/category_store.hpp"
#include "forum/handlers.hpp"
#include "site/layout.hpp"
#include "site/parts.hpp"

namespace forum {
namespace {

constexpr int most_shown = 500;

} // namespace

Response show_tags(site::Context& c) {
    const auto used = used_tags(c.db, most_shown);
    const auto unused = unused_tags(c.db, most_shown);
    const site::Frame frame{
        .title = "Tags", .section = "forum", .crumbs = {{"Forum", server::link<"/forum">()}}};
    return site::page(c, frame, [&](html::Writer& w) {
        parts::page_head(w, "Tags", "What threads are about, across categories.");
        std::vector<parts::Entry> entries;
        for (const auto& tag : used)
            entries.push_back({tag.name, server::link<"/forum/tags/{}">(tag.name), tag.threads});
        if (entries.empty())
            parts::empty(w, "thread", "No tags yet", "They appear here with the first thread that has one.");
        else
            parts::links(w, entries);
        if (unused.empty()) return;
        parts::section(w, "Ready for use", [&](html::Writer& inner) { parts::tags(inner, unused); });
    });
}

} // namespace forum
