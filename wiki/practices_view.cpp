#include "wiki/practices_view.hpp"

#include "base/text.hpp"
#include "wiki/may.hpp"

namespace wiki {
namespace {

using html::Writer;
using server::link;

void due_list(Writer& w, const site::Context& c, std::string_view title, const std::vector<DueReview>& pages,
              bool waiting) {
    if (pages.empty()) return;
    parts::list(w, {.title = title, .waiting = waiting}, [&](Writer& inner) {
        for (const auto& page : pages)
            parts::row(
                inner,
                {.title = page.title, .where = link<"/practices/{}">(page.slug), .meta = [&](Writer& meta) {
                     meta.put<"<span class=\"due\">Due ">();
                     parts::date(meta, c, page.review_by);
                     meta.put<"</span>">();
                 }});
    });
}

void shelf(Writer& w, const Shelf& shelf) {
    const auto where = link<"/practices/areas/{}">(shelf.area.slug);
    w.put<"<section class=\"shelf\"><h2><a href=\"{}\">{}</a></h2><p>{}</p>">(where, shelf.area.name,
                                                                              shelf.area.sentence);
    std::vector<parts::Entry> entries;
    for (const auto& page : shelf.pages)
        entries.push_back({page.title, link<"/practices/{}">(page.slug)});
    const auto shown = static_cast<std::int64_t>(shelf.pages.size());
    if (shelf.area.pages > shown) entries.push_back({"All pages of this area", where, shelf.area.pages});
    if (entries.empty())
        w.put<"<p class=\"hint\">No page yet.</p>">();
    else
        parts::links(w, entries);
    w.put<"</section>">();
}

void changes(Writer& w, const site::Context& c, const std::vector<PageRow>& pages, std::string_view title) {
    parts::list(w, {.title = title}, [&](Writer& inner) {
        for (const auto& page : pages)
            parts::row(inner, {.title = page.title,
                               .where = link<"/practices/{}">(page.slug),
                               .text = page.summary,
                               .meta = [&](Writer& meta) {
                                   meta.put<"<span>{}</span> ">(page.area_name);
                                   parts::short_byline(meta, {.name = page.changed_by});
                                   meta.put<" ">();
                                   parts::when(meta, c, page.changed_at);
                               }});
    });
}

void withdrawn_list(Writer& w, const site::Context& c, const std::vector<WithdrawnPage>& pages) {
    if (pages.empty()) return;
    parts::list(w, {.title = "Withdrawn"}, [&](Writer& inner) {
        for (const auto& page : pages)
            parts::row(inner, {.title = page.title,
                               .where = link<"/practices/{}">(page.slug),
                               .text = page.reason,
                               .meta = [&](Writer& meta) { parts::when(meta, c, page.at); }});
    });
}

void new_button(Writer& w, const site::Context& c, const server::Url& where) {
    if (may_create(c.viewer)) parts::button_link(w, where, "New page", parts::Look::main, "plus");
}

void area_row(Writer& w, const site::Context& c, const PageRow& page) {
    parts::row(w, {.title = page.title, .where = link<"/practices/{}">(page.slug), .meta = [&](Writer& meta) {
                       meta.put<"<span>Changed ">();
                       parts::when(meta, c, page.changed_at);
                       meta.put<" by {}</span> ">(page.changed_by);
                       if (!page.owner_name.empty()) meta.put<"<span>Owner: {}</span> ">(page.owner_name);
                       if (page.review_by && *page.review_by < c.now)
                           parts::badge(meta, "Due for review", parts::Tone::care, "clock");
                   }});
}

} // namespace

server::Response front_page(const site::Context& c, const Front& front) {
    return site::page(c, {.title = "Practices", .section = "practices"}, [&](Writer& w) {
        parts::page_head(w, "Practices", "How offices do it, written and kept by all of them.",
                         [&](Writer& inner) { new_button(inner, c, link<"/practices/new">()); });
        w.put<"<div class=\"stack-wide\">">();
        due_list(w, c, "Waiting for your review", front.mine, true);
        w.put<"<div class=\"shelves\">">();
        for (const auto& entry : front.shelves)
            shelf(w, entry);
        w.put<"</div>">();
        if (front.recent.empty())
            parts::empty(w, "page", "No page yet", "What one office does well, another can do on Tuesday.");
        else
            changes(w, c, front.recent, "Changed lately");
        due_list(w, c, "Due for review, of all owners", front.overdue, false);
        withdrawn_list(w, c, front.withdrawn);
        w.put<"</div>">();
    });
}

server::Response area_page(const site::Context& c, const AreaList& list) {
    const auto& area = list.area;
    const site::Frame frame{
        .title = area.name, .section = "practices", .crumbs = {{"Practices", link<"/practices">()}}};
    const auto write =
        server::Url::local(link<"/practices/new">().text() + "?area=" + server::percent_encode(area.slug));
    return site::page(c, frame, [&](Writer& w) {
        parts::page_head(w, area.name, area.sentence, [&](Writer& inner) {
            new_button(inner, c, *write);
            const auto act = list.watching ? link<"/practices/areas/{}/unwatch">(area.slug)
                                           : link<"/practices/areas/{}/watch">(area.slug);
            parts::post_button(
                inner, c, act,
                {.words = list.watching ? "Watching" : "Watch", .icon = "watch", .pressed = list.watching});
        });
        if (list.pages.empty()) {
            parts::empty(w, "page", "No page here yet",
                         "Write the first one: your office does something well.");
            return;
        }
        parts::list(w, {.title = "Pages", .hide_title = true}, [&](Writer& inner) {
            for (const auto& page : list.pages)
                area_row(inner, c, page);
        });
        std::optional<server::Url> first;
        std::optional<server::Url> more;
        const auto here = link<"/practices/areas/{}">(area.slug);
        if (!list.is_first_page) first = here;
        if (list.has_more)
            more = server::Url::local(here.text() + "?after=" + std::to_string(list.pages.back().id.value));
        parts::pager(w, first, more, "From the start", "More");
    });
}

} // namespace wiki
