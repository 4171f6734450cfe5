#include "forum/handlers.hpp"
#include "forum/thread_list_view.hpp"
#include "notices/notices.hpp"
#include "site/layout.hpp"

namespace forum {
namespace {

constexpr int threads_a_page = 30;
constexpr int tags_beside = 20;

/// Fills the page's lists for its query.
void fill(site::Context& c, ListPage& page) {
    const bool by_choice =
        page.query.kind || page.query.state || page.query.tag || page.query.sort != Sort::active;
    page.query.without_pinned = !by_choice;
    if (!by_choice && !page.query.after) {
        const auto category = page.query.category ? std::optional(page.query.category->id) : std::nullopt;
        page.pinned = pinned_threads(c.db, category, c.viewer.id);
        if (!page.query.category) page.waiting = waiting_for(c.db, c.viewer, c.now);
    }
    page.list = list_threads(c.db, page.query, c.viewer.id, c.now, threads_a_page);
    page.categories = categories(c.db);
    page.tags = used_tags(c.db, tags_beside);
}

Response show_list(site::Context& c, ListPage page) {
    const auto query = read_query(c, page.place);
    if (!query) return site::problem(c, query.error());
    page.query = *query;
    fill(c, page);
    if (const auto& category = page.query.category; category && !page.place.category.empty()) {
        page.title = category->name;
        page.lede = category->description;
        page.watching =
            notices::is_watching(c.db, c.viewer.id, {notices::SubjectKind::category, category->id.value});
    }
    site::Frame frame{.title = page.title, .section = "forum"};
    if (page.place.path != "/forum") frame.crumbs = {{"Forum", server::link<"/forum">()}};
    return site::page(c, frame, [&](html::Writer& w) { thread_list_view(w, c, page); });
}

} // namespace

Response list_threads(site::Context& c) {
    return show_list(
        c, {.title = "Forum",
            .lede = "Ask before you need it; answer what you have done. Everybody here runs elections.",
            .place = {},
            .query = {}});
}

Response show_category(site::Context& c, const std::string& slug) {
    return show_list(c,
                     {.title = {},
                      .lede = {},
                      .place = {.path = server::link<"/forum/categories/{}">(slug).text(), .category = slug},
                      .query = {}});
}

Response show_tag(site::Context& c, const std::string& tag) {
    return show_list(c, {.title = "Threads tagged " + tag,
                         .lede = {},
                         .place = {.path = server::link<"/forum/tags/{}">(tag).text(), .tag = tag},
                         .query = {}});
}

} // namespace forum
