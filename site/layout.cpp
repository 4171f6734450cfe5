#include "site/layout.hpp"

#include "site/notice_cookie.hpp"
#include "site/parts/buttons.hpp"

#include <array>

namespace site {
namespace {

using html::Writer;
using server::link;
using server::Url;

struct Section {
    std::string_view name;  // what Frame::section says
    std::string_view words; // what the tab says
    Url where;
};

/// The same in the head of every page.
std::string make_links() {
    Writer w;
    w.put<"<link rel=\"icon\" type=\"image/svg+xml\" href=\"{}\">">(asset("icons/favicon.svg"));
    // The build joins static/styles into one file: whoever is far away waits for one answer, not for nine.
    w.put<"<link rel=\"stylesheet\" href=\"{}\">">(asset("styles/all.css"));
    w.put<"<link rel=\"stylesheet\" media=\"print\" href=\"{}\">">(asset("styles/print.css"));
    w.put<"<script type=\"module\" src=\"{}\"></script>">(asset("scripts/main.js"));
    return w.text();
}

void head(Writer& w, const Context& c, const Frame& frame, int status) {
    w.put<"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
          "<title>{}{} – {}</title>">(status == 422 ? "Error: " : "", frame.title, c.services.site_name);
    static const std::string links = make_links();
    w.put<"{}</head>">(html::Safe::trusted(links));
}

void search_box(Writer& w, const Context& c) {
    const auto words = c.request.path == "/search" ? c.query.raw("q") : std::string_view();
    w.put<"<form class=\"finder\" role=\"search\" action=\"/search\" data-suggest=\"/suggest\">"
          "<label class=\"hidden-words\" for=\"find_\">Search everything</label>"
          "<input id=\"find_\" name=\"q\" type=\"search\" autocomplete=\"off\" value=\"{}\" "
          "placeholder=\"Search questions, practices, people\"><button>{}">(
        words, [](Writer& inner) { parts::icon(inner, "search"); });
    w.put<"<span class=\"hidden-words\">Search</span></button></form>">();
}

void account(Writer& w, const Context& c) {
    w.put<"<nav class=\"you\" aria-label=\"Your account\"><ul><li><a href=\"/inbox\">Inbox">();
    if (c.waiting > 0) {
        w.put<" ">();
        parts::count(w, c.waiting, "unread");
    }
    w.put<"</a></li><li><a href=\"/settings\">{}</a></li><li><form method=\"post\" action=\"/sign-out\">">(
        c.viewer.name);
    parts::forgery_field(w, c);
    w.put<"<button>Sign out</button></form></li></ul></nav>">();
}

void sections(Writer& w, std::string_view current) {
    const std::array<Section, 5> all{{{"home", "Home", link<"/">()},
                                      {"forum", "Forum", link<"/forum">()},
                                      {"practices", "Practices", link<"/practices">()},
                                      {"standards", "Standards", link<"/standards">()},
                                      {"members", "People", link<"/members">()}}};
    w.put<"<nav class=\"sections\" aria-label=\"Sections\"><ul>">();
    for (const auto& section : all) {
        const auto is_current =
            section.name == current ? std::optional<std::string_view>("page") : std::nullopt;
        w.put<"<li><a href=\"{}\"{}>{}</a></li>">(section.where, html::Attribute{"aria-current", is_current},
                                                  section.words);
    }
    w.put<"</ul></nav>">();
}

void band(Writer& w, const Context& c, const Frame& frame) {
    w.put<"<header class=\"band\"><div class=\"band-top\"><a class=\"brand\" href=\"/\">"
          "<img src=\"{}\" alt=\"\" width=\"28\" height=\"28\">{}</a>">(asset("icons/mark.svg"),
                                                                        c.services.site_name);
    if (c.viewer.signed_in()) {
        search_box(w, c);
        account(w, c);
    }
    w.put<"</div>">();
    if (c.viewer.signed_in()) sections(w, frame.section);
    w.put<"</header>">();
}

void notice(Writer& w, const Context& c) {
    w.put<"<div class=\"flash\" role=\"status\">">();
    if (!c.notice.empty()) w.put<"<p class=\"notice good\">{}</p>">(c.notice);
    w.put<"</div>">();
}

void trail(Writer& w, const std::vector<Crumb>& crumbs) {
    if (crumbs.empty()) return;
    w.put<"<nav class=\"trail\" aria-label=\"You are here\"><ol>">();
    for (const auto& crumb : crumbs)
        w.put<"<li><a href=\"{}\">{}</a></li>">(crumb.where, crumb.words);
    w.put<"</ol></nav>">();
}

} // namespace

server::Response page(const Context& c, const Frame& frame, const Body& body, int status) {
    Writer w;
    head(w, c, frame, status);
    w.put<"<body><a class=\"skip\" href=\"#main_\">Skip to the content</a>">();
    band(w, c, frame);
    notice(w, c);
    w.put<"<main class=\"main\" id=\"main_\" tabindex=\"-1\"><div class=\"{}\">">(frame.width);
    trail(w, frame.crumbs);
    body(w);
    w.put<"</div></main><footer class=\"foot\"><p>{}: kept by election offices for election offices.</p>"
          "<nav aria-label=\"About\"><ul><li><a href=\"/about\">About</a></li>"
          "<li><a href=\"/accessibility\">Accessibility</a></li></ul></nav></footer></body></html>">(
        c.services.site_name);
    auto response = server::html(w.take(), status);
    if (!c.notice.empty()) server::set_cookie(response, {notice_cookie(c.request), "", -1, c.request.secure});
    return response;
}

} // namespace site
