#include "forum/thread_list_view.hpp"

#include "base/text.hpp"
#include "forum/may.hpp"
#include "forum/thread_row_view.hpp"

namespace forum {
namespace {

using html::link;
using html::Writer;

void starts(Writer& w, const site::Context& c, const ListPage& page) {
    const std::string category = page.query.category ? page.query.category->slug : "";
    const auto where = [&](std::string_view kind) {
        return category.empty() ? link<"/forum/new?kind={}">(kind)
                                : link<"/forum/new?kind={}&category={}">(kind, category);
    };
    parts::button_link(w, where("question"), "Ask a question", parts::Look::main, "plus");
    parts::button_link(w, where("discussion"), "Start a discussion", parts::Look::plain);
    parts::button_link(w, where("story"), "Tell what works", parts::Look::plain);
    if (may_start(c.viewer, ThreadKind::announcement))
        parts::button_link(w, where("announcement"), "Announce", parts::Look::quiet);
    if (page.watching) {
        const auto& slug = page.query.category->slug;
        parts::post_button(w, c,
                           *page.watching ? link<"/forum/categories/{}/unwatch">(slug)
                                          : link<"/forum/categories/{}/watch">(slug),
                           {.words = *page.watching ? "Watching" : "Watch",
                            .icon = "watch",
                            .context = "this category",
                            .pressed = *page.watching});
    }
}

void sort_tabs(Writer& w, const site::Context& c, const ListPage& page) {
    const auto tab = [&](std::string words, Sort sort) {
        const auto name = sort == Sort::active ? std::string_view() : base::enum_text(sort);
        return parts::Tab{std::move(words), list_url(c, page.place, "sort", name), page.query.sort == sort};
    };
    const std::array tabs{tab("Active", Sort::active), tab("New", Sort::newest),
                          tab("Without an answer", Sort::unanswered), tab("Needed soon", Sort::needed_by)};
    parts::tabs(w, "Order of the threads", tabs);
}

void filters(Writer& w, const site::Context& c, const ListPage& page) {
    const auto action = server::Url::local(page.place.path).value_or(link<"/forum">());
    const parts::State state{c.query, {}, {}};
    const std::array<parts::Option, 4> kinds{{{"question", "Questions"},
                                              {"discussion", "Discussions"},
                                              {"story", "What works"},
                                              {"announcement", "Announcements"}}};
    const std::array<parts::Option, 4> states{{{"unanswered", "Questions without an answer"},
                                               {"answered", "Questions with answers"},
                                               {"open", "Open to replies"},
                                               {"locked", "Locked"}}};
    std::vector<parts::Option> categories;
    for (const auto& category : page.categories)
        categories.push_back({category.slug, category.name});
    parts::filter_form(w, action, [&](Writer& form) {
        if (page.place.category.empty())
            parts::select_field(
                form, state,
                {.name = "category", .label = "Category", .options = categories, .first = "All"});
        parts::select_field(form, state, {.name = "kind", .label = "Kind", .options = kinds, .first = "All"});
        parts::select_field(form, state,
                            {.name = "state", .label = "State", .options = states, .first = "All"});
        if (page.place.tag.empty() && page.query.tag) parts::hidden_field(form, "tag", c.query.raw("tag"));
        if (page.query.sort != Sort::active)
            parts::hidden_field(form, "sort", base::enum_text(page.query.sort));
        parts::submit(form, {.words = "Show", .look = parts::Look::plain});
    });
}

void rows(Writer& w, const site::Context& c, const parts::ListHead& head,
          const std::vector<Thread>& threads) {
    if (threads.empty()) return;
    parts::list(w, head, [&](Writer& list) {
        for (const auto& thread : threads)
            thread_row(list, c, thread);
    });
}

void threads(Writer& w, const site::Context& c, const ListPage& page) {
    rows(w, c,
         {.title = "Questions that wait for an answer",
          .more_words = "All of them",
          .more_where = link<"/forum?sort=unanswered">(),
          .waiting = true},
         page.waiting.unanswered);
    rows(w, c, {.title = "Your threads with something new", .waiting = true}, page.waiting.news);
    sort_tabs(w, c, page);
    filters(w, c, page);
    rows(w, c, {.title = "Pinned"}, page.pinned);
    if (page.list.threads.empty())
        parts::empty(w, "thread", "Nothing here",
                     "No thread fits what you chose. Choose less, or start one.");
    rows(w, c, {.title = "Threads", .hide_title = page.pinned.empty()}, page.list.threads);
    std::optional<server::Url> newer;
    std::optional<server::Url> older;
    if (page.query.after) newer = list_url(c, page.place, "", "");
    if (page.list.next) older = list_url(c, page.place, "cursor", page.list.next->text());
    parts::pager(w, newer, older, "First page", "Next page");
}

void aside(Writer& w, const ListPage& page) {
    std::vector<parts::Entry> categories;
    for (const auto& category : page.categories)
        categories.push_back({category.name, link<"/forum/categories/{}">(category.slug), category.threads,
                              page.query.category && page.query.category->id == category.id});
    parts::section(w, "Categories", [&](Writer& inner) { parts::links(inner, categories); });
    if (page.tags.empty()) return;
    std::vector<std::string> names;
    for (const auto& tag : page.tags)
        names.push_back(tag.name);
    parts::section(w, "Tags", [&](Writer& inner) {
        parts::tags(inner, names);
        inner.put<"<p><a href=\"/forum/tags\">All tags</a></p>">();
    });
}

} // namespace

void thread_list_view(Writer& w, const site::Context& c, const ListPage& page) {
    parts::page_head(w, page.title, page.lede, [&](Writer& acts) { starts(acts, c, page); });
    parts::columns(
        w, [&](Writer& text) { threads(text, c, page); }, "Categories and tags",
        [&](Writer& side) { aside(side, page); });
}

} // namespace forum
