#include "wiki/page_view.hpp"

#include "base/text.hpp"
#include "wiki/may.hpp"

#include <array>

namespace wiki {
namespace {

using html::Writer;
using server::link;

void fact(Writer& w, std::string_view name, const parts::Inside& value) {
    w.put<"<dt>{}</dt><dd>{}</dd>">(name, value);
}

void review_fact(Writer& w, const site::Context& c, const Page& page) {
    if (!page.review_by) return;
    fact(w, "Review by", [&](Writer& inner) {
        parts::date(inner, c, *page.review_by);
        if (!page.is_overdue(c.now)) return;
        inner.put<" ">();
        parts::badge(inner, "Due", parts::Tone::care, "clock");
    });
}

void facts(Writer& w, const site::Context& c, const Page& page) {
    w.put<"<dl class=\"facts\">">();
    fact(w, "Area", [&](Writer& inner) {
        inner.put<"<a href=\"{}\">{}</a>">(link<"/practices/areas/{}">(page.area_slug), page.area_name);
    });
    fact(w, "Owner", [&](Writer& inner) {
        if (page.owner)
            parts::author_link(inner, {.name = page.owner_name, .handle = page.owner_handle});
        else
            inner.put<"Nobody yet">();
    });
    review_fact(w, c, page);
    if (page.reviewed_at)
        fact(w, "Last reviewed", [&](Writer& inner) { parts::date(inner, c, *page.reviewed_at); });
    fact(w, "Last changed", [&](Writer& inner) {
        parts::when(inner, c, page.changed_at);
        inner.put<" by ">();
        parts::author_link(inner, {.name = page.changed_by, .handle = page.changed_by_handle});
        inner.put<", <a href=\"{}\">revision {}</a>">(link<"/practices/{}/history">(page.slug),
                                                      page.revision);
    });
    w.put<"</dl>">();
}

void linked_from(Writer& w, const Page& page, const Reading& reading) {
    parts::section(w, "What links here", [&](Writer& inner) {
        if (reading.linked_from.empty()) {
            inner.put<"<p class=\"hint\">No other page yet. Write <code>[[{}]]</code> to link it.</p>">(
                page.slug);
            return;
        }
        std::vector<parts::Entry> entries;
        for (const auto& name : reading.linked_from)
            entries.push_back({name.title, link<"/practices/{}">(name.slug)});
        entries.push_back({"All links", link<"/practices/{}/links">(page.slug)});
        parts::links(inner, entries);
    });
}

/// A way into the forum, with the page's title in the form.
void discuss(Writer& w, const Page& page) {
    const auto ask = server::Url::local("/forum/new?kind=discussion&title=" +
                                        server::percent_encode("About the page “" + page.title + "”"));
    const auto find = server::Url::local("/search?q=" + server::percent_encode(page.title));
    parts::section(w, "Talk about it", [&](Writer& inner) {
        const std::array<parts::Entry, 3> entries{
            {{"Start a discussion", *ask},
             {"Search for more on this", *find},
             {"Propose it as a standard", link<"/practices/{}/propose">(page.slug)}}};
        parts::links(inner, entries);
    });
}

void aside(Writer& w, const site::Context& c, const Page& page, const Reading& reading) {
    std::vector<parts::Heading> headings;
    for (const auto& heading : reading.text.headings)
        headings.push_back({heading.level, heading.id, heading.text});
    parts::contents(w, headings);
    parts::section(w, "About this page", [&](Writer& inner) { facts(inner, c, page); });
    linked_from(w, page, reading);
    discuss(w, page);
}

void watch_button(Writer& w, const site::Context& c, const Page& page, bool watching) {
    const auto action =
        watching ? link<"/practices/{}/unwatch">(page.slug) : link<"/practices/{}/watch">(page.slug);
    parts::post_button(w, c, action,
                       {.words = watching ? "Watching" : "Watch", .icon = "watch", .pressed = watching});
}

void acts(Writer& w, const site::Context& c, const Page& page, const Reading& reading) {
    if (may_edit(c.viewer, page))
        parts::button_link(w, link<"/practices/{}/edit">(page.slug), "Edit this page", parts::Look::plain,
                           "pencil");
    watch_button(w, c, page, reading.watching);
}

void notices(Writer& w, const site::Context& c, const Page& page, const Reading& reading) {
    if (page.is_overdue(c.now))
        parts::notice(w, parts::Tone::care, [&](Writer& inner) {
            inner.put<"<p>This page was due for review on ">();
            parts::date(inner, c, *page.review_by);
            inner.put<". Parts of it may be out of date.">();
            if (may_tend(c.viewer, page))
                inner.put<" <a href=\"{}\">Review it</a>">(link<"/practices/{}/settings">(page.slug));
            inner.put<"</p>">();
        });
    if (reading.has_draft)
        parts::notice(w, parts::Tone::plain, [&](Writer& inner) {
            inner.put<"<p>You have an unfinished draft of this page. <a href=\"{}\">Go on writing</a></p>">(
                link<"/practices/{}/edit">(page.slug));
        });
}

} // namespace

server::Url address_of(const Page& page) {
    return link<"/practices/{}">(page.slug);
}

std::vector<parts::Tab> page_tabs(const site::Context& c, const Page& page, Face current) {
    std::vector<parts::Tab> tabs{{"Read", address_of(page), current == Face::read}};
    if (may_edit(c.viewer, page))
        tabs.push_back({"Edit", link<"/practices/{}/edit">(page.slug), current == Face::edit});
    tabs.push_back({"History", link<"/practices/{}/history">(page.slug), current == Face::history});
    if (may_tend(c.viewer, page))
        tabs.push_back({"Settings", link<"/practices/{}/settings">(page.slug), current == Face::settings});
    return tabs;
}

std::vector<site::Crumb> way_to(const Page& page) {
    return {{"Practices", link<"/practices">()},
            {page.area_name, link<"/practices/areas/{}">(page.area_slug)}};
}

revisions::Chain chain_of(const site::Context& c, const Page& page) {
    auto crumbs = way_to(page);
    crumbs.push_back({page.title, address_of(page)});
    return {.text = page.text,
            .title = page.title,
            .where = address_of(page),
            .path = address_of(page).text(),
            .section = "practices",
            .crumbs = std::move(crumbs),
            .tabs = page.is_withdrawn() ? std::vector<parts::Tab>{} : page_tabs(c, page, Face::history),
            .may_restore = may_edit(c.viewer, page),
            .standing = page.is_withdrawn() ? revisions::Standing::withdrawn : revisions::Standing::shown,
            .forget_title = [page](store::Writer& db, bool newest) { forget_title(db, page, newest); }};
}

server::Response reading_page(const site::Context& c, const Page& page, const Reading& reading) {
    const site::Frame frame{.title = page.title, .section = "practices", .crumbs = way_to(page)};
    return site::page(c, frame, [&](Writer& w) {
        parts::page_head(w, page.title, {}, [&](Writer& inner) { acts(inner, c, page, reading); });
        parts::tabs(w, "This page", page_tabs(c, page, Face::read));
        notices(w, c, page, reading);
        parts::columns(
            w,
            [&](Writer& inner) {
                inner.put<"<div class=\"paper\"><div class=\"prose\">{}</div></div>">(
                    html::Safe::trusted(reading.text.html));
            },
            "About this page", [&](Writer& inner) { aside(inner, c, page, reading); });
    });
}

server::Response withdrawn_page(const site::Context& c, const Page& page) {
    const site::Frame frame{
        .title = page.title, .section = "practices", .crumbs = way_to(page), .width = "narrow"};
    return site::page(
        c, frame,
        [&](Writer& w) {
            parts::page_head(w, page.title, "This page was withdrawn.");
            parts::notice(w, parts::Tone::care, [&](Writer& inner) {
                inner.put<"<p>{} withdrew it ">(page.withdrawn_by.empty() ? "An import" : page.withdrawn_by);
                parts::when(inner, c, *page.withdrawn_at);
                inner.put<": {}</p>">(page.withdrawn_reason);
            });
            parts::acts(w, [&](Writer& row) {
                parts::button_link(row, link<"/practices">(), "All practices", parts::Look::plain);
                if (may_read_withdrawn(c.viewer))
                    parts::button_link(row, link<"/practices/{}/history">(page.slug), "Its history",
                                       parts::Look::plain);
                if (may_withdraw(c.viewer))
                    parts::post_button(row, c, link<"/practices/{}/return">(page.slug),
                                       {.words = "Bring it back"});
            });
        },
        410);
}

server::Response missing_page(const site::Context& c, const std::string& slug) {
    std::string title = base::slug(slug);
    for (char& letter : title)
        if (letter == '-') letter = ' ';
    if (!title.empty() && title.front() >= 'a' && title.front() <= 'z')
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
    const site::Frame frame{.title = "There is no such page yet",
                            .section = "practices",
                            .crumbs = {{"Practices", link<"/practices">()}},
                            .width = "narrow"};
    const auto write =
        server::Url::local(link<"/practices/new">().text() + "?title=" + server::percent_encode(title));
    return site::page(
        c, frame,
        [&](Writer& w) {
            parts::page_head(w, frame.title, "Nobody has written it, or the address has a slip in it.");
            parts::acts(w, [&](Writer& row) {
                if (may_create(c.viewer))
                    parts::button_link(row, *write, "Write “" + title + "”", parts::Look::main, "plus");
                parts::button_link(row, link<"/practices">(), "All practices", parts::Look::plain);
            });
        },
        404);
}

} // namespace wiki
